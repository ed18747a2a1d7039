/// What an entry said before, or after, a correction (XEP-0308).
public struct EntryVersion: Hashable, Sendable {
    /// When it was written.
    public var time: Timestamp
    public var texts: LanguageMap
    public var subjects: LanguageMap
    public var details: EntryDetails?

    public init(
        time: Timestamp, texts: LanguageMap, subjects: LanguageMap = LanguageMap(), details: EntryDetails? = nil
    ) {
        self.time = time
        self.texts = texts
        self.subjects = subjects
        self.details = details
    }
}
