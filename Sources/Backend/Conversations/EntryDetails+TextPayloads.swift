import Domain
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

extension EntryDetails {
    /// Who reads a message, for whom a mention may be meant.
    struct Reader {
        var jid: BareJID
        /// In a room: the own occupant id; `nil`: not known.
        var occupantID: String?
        var isInRoom = false
        /// Whether mentions can be meant for the user at all; those that they wrote themselves are not.
        var isAddressed = true
    }

    /// Adds what belongs to the first text of a message, and that text's formatting.
    mutating func add(_ payloads: TextPayloads, of message: Message, for reader: Reader) {
        isUnstyled = payloads.isUnstyled
        spans = Self.spans(payloads, of: message.bodies.first)
        guard !payloads.isEmpty else { return }
        lifetime = payloads.timer ?? lifetime
        var hints: XMPPStanzas.LanguageMap?
        for payload in payloads.spoilers { Spoiler.read(payload, around: message.lang, into: &hints) }
        spoiler = hints.map { Domain.LanguageMap($0) }
        links = payloads.links.map { Link(url: $0.url, description: $0.description) }
        add(payloads.references, payloads.mentions, of: message.bodies.first, for: reader)
    }

    /// One form of formatting counts: what was said on purpose before what can be guessed from signs.
    private static func spans(_ payloads: TextPayloads, of text: XMPPStanzas.LanguageMap.Item?) -> [TextSpan] {
        guard let text else { return [] }
        if !payloads.markups.isEmpty {
            let fitting = payloads.markups.first { $0.language == text.language.lowercased() }
            if let markup = fitting ?? payloads.markups.first(where: { $0.language.isEmpty }) {
                let spans = Markup.spans(in: markup, length: text.text.unicodeScalars.count)
                if !spans.isEmpty { return spans.map { TextSpan($0) } }
            }
        }
        if let xhtml = payloads.xhtml {
            let spans = XHTML.spans(in: xhtml, of: text.text, language: text.language)
            if !spans.isEmpty { return spans.map { TextSpan($0) } }
        }
        return payloads.isUnstyled ? [] : styling(of: text.text)
    }

    /// The formatting by signs in a text (XEP-0393); free for a text without any.
    static func styling(of text: String) -> [TextSpan] { Styling.spans(in: text).map { TextSpan($0) } }

    private mutating func add(
        _ references: [Reference], _ explicit: [ExplicitMention], of text: XMPPStanzas.LanguageMap.Item?,
        for reader: Reader
    ) {
        guard !references.isEmpty || !explicit.isEmpty else { return }
        let length = text?.text.unicodeScalars.count ?? 0
        let count = references.count { $0.kind == .mention } + explicit.count
        for reference in references where reference.anchor == nil {
            switch reference.kind {
            case .mention:
                guard count <= TextPayloads.mostMentions, let jid = reference.mentioned else { continue }
                let isUser = reader.isAddressed && jid == reader.jid
                let target = XMPPURI(address: .bare(jid)).description
                add(Mention(target: target, range: reference.range(within: length), isUser: isUser))
            case .data:
                guard links.count < TextPayloads.mostLinks, !links.contains(where: { $0.url == reference.uri }) else {
                    continue
                }
                guard LinkAddress.isHarmless(reference.uri, LinkAddress.outOfBand) else { continue }
                links.append(Link(url: reference.uri))
            }
        }
        guard count <= TextPayloads.mostMentions else { return }
        for mention in explicit {
            let range = mention.range(within: length, language: text?.language ?? "")
            add(Mention(target: mention.target, range: range, isUser: reader.isMeant(by: mention)))
        }
    }

    /// The same person at the same place is one mention, in whatever form it came.
    private mutating func add(_ mention: Mention) {
        let known = mentions.firstIndex { $0.target == mention.target && $0.range == mention.range }
        if let known {
            mentions[known].isUser = mentions[known].isUser && mention.isUser
        } else {
            mentions.append(mention)
        }
    }
}

extension EntryDetails.Reader {
    /// Who is only to be called when active cannot be known here, and is not called (XEP-0513 §3.5.1).
    fileprivate func isMeant(by mention: ExplicitMention) -> Bool {
        guard isAddressed, !mention.isSilent, !mention.isForActive else { return false }
        if mention.group != nil { return isInRoom && mention.isWholeRoom }
        if let id = mention.occupantID { return isInRoom && id == occupantID }
        return mention.jid?.bare == jid
    }
}

extension ExplicitMention {
    /// As entries name people: `xmpp:` and an address, `occupant:` and an id, or the URI of a group.
    fileprivate var target: String {
        if let group { return uri.map { "\(group) \($0)" } ?? group }
        if let occupantID { return "occupant:\(occupantID)" }
        return jid.map { XMPPURI(address: .bare($0.bare)).description } ?? ""
    }
}
