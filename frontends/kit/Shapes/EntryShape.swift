public import JSONText

/// One entry of a conversation, as in Conversation1 and in `message` events; what a `message-state` event says of one.
public struct EntryShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var id: String { (json["id"] ?? json["entry"])?.string ?? "" }
    public var isOutgoing: Bool { json["direction"]?.string == "out" }
    public var kind: String { json["kind"]?.string ?? "" }
    public var texts: [LanguageText] { json.texts("texts") }
    public var subjects: [LanguageText] { json.texts("subjects") }
    public var author: RemoteText? { json.remote("author") }
    /// When it was written: µs since 1970, UTC.
    public var time: Int64? { json["time"]?.integer }
    public var isDelayed: Bool { json["delayed"]?.bool ?? false }
    public var thread: RemoteText? { json.remote("thread") }
    public var progress: EntryProgress? { json["state"]?.string.map(EntryProgress.init(name:)) }
    /// Why it is held or failed, for people.
    public var reason: RemoteText? { json.remote("reason") }
    /// The same for programs.
    public var reasonCode: String? { json["reason-code"]?.string }
    /// Whom the conversation is with; only where entries of several conversations stand together.
    public var peer: RemoteText? { json.remote("peer") }
    /// How often it was tried; only in the queue.
    public var attempts: Int64? { json["attempts"]?.integer }
}
