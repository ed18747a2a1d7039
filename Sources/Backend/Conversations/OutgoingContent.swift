import Domain
import XMPPExtensions

/// What a draft becomes: what is stored is what goes on the wire.
struct OutgoingContent {
    var texts: LanguageMap
    var details: EntryDetails?

    /// - Parameters:
    ///   - answered: the entry that the draft answers, of the same conversation.
    ///   - place: the kind of the conversation.
    init(_ draft: Draft, answering answered: Entry?, in place: Conversation.Kind) throws(BackendError) {
        var texts = draft.texts
        if texts.isEmpty, let link = draft.details.links.first { texts = LanguageMap(link.url) }
        guard !texts.isEmpty || !draft.subjects.isEmpty || draft.details.isAttention else {
            throw .invalidArguments("A message needs a text, a subject, a link or a call for attention.")
        }
        for link in draft.details.links where !LinkAddress.isHarmless(link.url, LinkAddress.outOfBand) {
            throw .invalidArguments("This is not an address that can be sent as a link: \(link.url)")
        }
        guard draft.details.fits(texts.first?.text ?? "") else { throw .outsideOfText }
        var details = draft.details
        details.reply = nil
        details.fallbacks = []
        if let answered {
            guard let name = answered.content.publicName(in: place, of: answered.peer) else {
                throw .notAllowed("The others have no name for the entry that is answered: it came without an id.")
            }
            if let quotation = Quotation(of: answered, in: place), !texts.isEmpty {
                texts = quotation.before(texts)
                details = details.shifted(by: quotation.shift)
                details.fallbacks = [quotation.fallback]
            }
            details.reply = EntryDetails.Reply(id: name, author: answered.content.author)
        }
        details.addStyling(of: texts)
        self.texts = texts
        self.details = details.isEmpty ? nil : details
    }
}

extension Quotation {
    /// What an entry says, without what it quotes itself; `nil`: it says nothing.
    init?(of entry: Entry, in place: Conversation.Kind) {
        guard entry.content.kind != .undecryptable, let text = entry.content.texts.first?.text else { return nil }
        let own = Quotation(before: text, entry.content.details)
        let said = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(own?.shift ?? 0)))
        guard !said.isEmpty else { return nil }
        let author = place == .room ? entry.content.author.split(separator: "/", maxSplits: 1).last : nil
        self.init(of: said, by: author.map(String.init))
    }
}

extension BackendError {
    static let outsideOfText = BackendError.invalidArguments("A mention or a span stands outside of the text.")
}
