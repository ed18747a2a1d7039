public import Domain

/// What an own message is to say from now on.
public struct Revision: Sendable {
    public var texts: LanguageMap
    /// `nil`: they stay as they are.
    public var subjects: LanguageMap?
    /// Mentions and spans, whose positions are those in the first text as given here; the rest stays as it is.
    public var details: EntryDetails

    public init(texts: LanguageMap, subjects: LanguageMap? = nil, details: EntryDetails = EntryDetails()) {
        self.texts = texts
        self.subjects = subjects
        self.details = details
    }
}
