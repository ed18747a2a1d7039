import Domain

/// What a correction makes of an entry: the whole message again, with another text (XEP-0308 §4).
extension EntryContent {
    private var quotation: Quotation? { Quotation(before: texts.first?.text ?? "", details) }

    func revisedTexts(_ revision: Revision) -> LanguageMap {
        quotation?.before(revision.texts) ?? revision.texts
    }

    func revisedDetails(_ revision: Revision) -> EntryDetails? {
        var new = revision.details.shifted(by: quotation?.shift ?? 0)
        new.reply = details?.reply
        new.fallbacks = quotation.map { [$0.fallback] } ?? []
        new.spoiler = details?.spoiler
        new.isUnstyled = new.isUnstyled || details?.isUnstyled ?? false
        new.lifetime = details?.lifetime
        // A link that was the text is corrected with it, and nobody is called a second time.
        new.links = details?.links.filter { $0.url != texts.first?.text } ?? []
        new.isAttention = false
        new.addStyling(of: revisedTexts(revision))
        return new.isEmpty ? nil : new
    }
}
