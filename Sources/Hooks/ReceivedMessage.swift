import Domain
import JSONText

/// A message somebody wrote just now, as far as hooks need to know it.
struct ReceivedMessage: Hashable, Sendable {
    let account: AccountID
    let conversation: ConversationID
    /// The bare address that wrote it.
    let peer: String
    /// `nil`: none.
    let thread: String?
    /// Whether it names the user or wants attention.
    let isCall: Bool

    /// `nil` unless the event is a message from a person, come directly: no copy of what the user wrote, nothing from
    /// an archive, a room or a server, no error and no broadcast.
    init?(_ event: Event, now: Timestamp) {
        guard event.kind == .message, let account = event.account, let conversation = event.conversation,
            now.microseconds.subtractingReportingOverflow(event.time.microseconds).partialValue < HookBounds.newsAge,
            let entry = try? JSONParser.parse(event.payload), let peer = entry["peer"]?.string,
            entry["direction"]?.string == EntryDirection.incoming.rawValue, let kind = entry["kind"]?.string,
            [EntryKind.chat, .normal].map(\.rawValue).contains(kind), entry["texts"] != nil, entry["delayed"] == nil,
            entry["retracted"] == nil, let author = entry["author"]?.string,
            author == peer || author.hasPrefix(peer + "/"), peer.contains("@")
        else { return nil }
        self.account = account
        self.conversation = conversation
        self.peer = peer
        thread = entry["thread"]?.string
        isCall =
            entry["attention"]?.bool == true
            || entry["mentions"]?.array?.contains { $0["user"]?.bool == true } == true
    }
}
