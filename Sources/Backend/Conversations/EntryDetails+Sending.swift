import Domain
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

extension EntryDetails {
    /// The payloads that go with the texts of a message: what it answers and where it says so in the text, spoiler, links,
    /// mentions, formatting, a call for attention, timer, in a lasting order.
    ///
    /// Formatting that the first text's own signs say goes without a payload.  Mentions go in both forms that are known
    /// (XEP-0372, XEP-0513).
    func payloads(of texts: Domain.LanguageMap) -> [Element] {
        var payloads: [Element] = []
        if let reply {
            payloads.append(
                XMPPExtensions.Reply(to: reply.id, by: reply.author.flatMap { try? JID($0) }).element)
        }
        for fallback in fallbacks {
            let extent = fallback.range.map { XMPPExtensions.Fallback.Extent.ranges([$0]) } ?? .whole
            payloads.append(
                XMPPExtensions.Fallback(for: Namespace(rawValue: fallback.namespace), body: extent).element)
        }
        payloads += spoiler.map { Spoiler.elements(XMPPStanzas.LanguageMap($0)) } ?? []
        payloads += links.map { OutOfBandLink(url: $0.url, description: $0.description).element }
        for mention in mentions {
            guard let jid = mention.jid else { continue }
            payloads.append(Reference(.mention, uri: XMPPURI(address: jid).description, range: mention.range).element)
            payloads.append(ExplicitMention(jid, range: mention.range).element)
        }
        if let text = texts.first, !spans.isEmpty, spans != Self.styling(of: text.text),
            let markup = Markup.element(spans.map { MarkupSpan($0) }, language: text.language)
        {
            payloads.append(markup)
        }
        if isUnstyled { payloads.append(Styling.unstyled) }
        if isAttention { payloads.append(Attention.element) }
        if let lifetime { payloads.append(Ephemeral(timer: lifetime).element) }
        return payloads
    }

    /// Adds the formatting that the first text's own signs say, where none was given and none is refused.
    mutating func addStyling(of texts: Domain.LanguageMap) {
        guard spans.isEmpty, !isUnstyled, let text = texts.first else { return }
        spans = Self.styling(of: text.text)
    }
}

extension EntryDetails.Mention {
    /// `nil` for what is no address of a person: a group, an occupant.
    fileprivate var jid: JID? {
        if let link = try? XMPPURI(target) { return link.query == nil ? link.address : nil }
        return try? JID(target)
    }
}
