public import JSONText

/// One conversation: the properties of Conversation1, their names in lower case with hyphens.
public struct ConversationShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var id: String { json["id"]?.string ?? "" }
    /// Path of its account.
    public var account: String { json["account"]?.string ?? "" }
    /// Id of its account.
    public var accountID: String { account.split(separator: "/").last.map(String.init) ?? "" }
    public var jid: RemoteText { json.remote("jid") ?? RemoteText("") }
    /// For comparing and for asking the daemon; not to be shown.
    public var address: String { json["jid"]?.string ?? "" }
    /// `chat` or `room`.
    public var kind: String { json["kind"]?.string ?? "" }
    public var unread: Int64 { json["unread"]?.integer ?? 0 }
    public var mentions: Int64 { json["mentions"]?.integer ?? 0 }
    /// The newest entry that the user has seen.
    public var readUpTo: String? { json["read-up-to"]?.string.flatMap { $0.isEmpty ? nil : $0 } }
    /// What the user has begun to write.
    public var draft: RemoteText? { json["draft"]?.remote("text") }
    /// The entry that the draft answers.
    public var draftReply: String? { json["draft"]?["reply-to"]?.string }
    /// What the others do now, by their addresses.
    public var chatStates: [(author: RemoteText, state: RemoteText)] {
        json.texts("chat-states").map { ($0.language, $0.text) }
    }
    public var settings: JSON { json["settings"] ?? .object([]) }
    /// Whether it stands in the list.
    public var isOpen: Bool { settings["open"]?.bool ?? true }
    public var isPinned: Bool { settings["pinned"]?.bool ?? false }
    /// `all`, `mentions` or `none`; nil for the default.
    public var notify: String? { settings["notify"]?.string }
    /// Seconds until entries are deleted; 0: never; nil: as the account says.
    public var retention: Int64? { settings["retention"]?.integer }

    /// Until when it is silent: µs since 1970, UTC.
    /// - Parameter now: what lies before is over.
    public func mutedUntil(after now: Int64) -> Int64? {
        settings["muted-until"]?.integer.flatMap { $0 > now ? $0 : nil }
    }
}
