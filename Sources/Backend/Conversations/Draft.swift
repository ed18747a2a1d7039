public import Domain

/// A message to be sent, as a frontend asks for it.
public struct Draft: Sendable {
    public var texts: LanguageMap
    public var subjects: LanguageMap
    public var kind: EntryKind
    public var thread: String?
    public var threadParent: String?
    /// Send to this resource only; `nil`: to the bare JID.
    public var resource: String?
    /// The caller's name for this call: a second one with the same name gives the first entry.
    public var token: String?

    public init(
        texts: LanguageMap, subjects: LanguageMap = LanguageMap(), kind: EntryKind = .chat, thread: String? = nil,
        threadParent: String? = nil, resource: String? = nil, token: String? = nil
    ) {
        self.texts = texts
        self.subjects = subjects
        self.kind = kind
        self.thread = thread
        self.threadParent = threadParent
        self.resource = resource
        self.token = token
    }
}
