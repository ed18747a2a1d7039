import Domain
import JSONText

@testable import Desktop

/// Events as the store makes them.
enum Events {
    static let account = AccountID(random: 7)
    static let moment = Timestamp(microseconds: 1_700_000_000_000_000)

    static func conversation(_ number: Int64) -> ConversationID { ConversationID(number: number) }

    /// A message; `members` are further members of the entry.
    static func message(
        _ text: String, in conversation: Int64 = 1, entry: Int64 = 1, direction: String = "in",
        kind: EventKind = .message, _ members: JSON = .object([])
    ) -> Event {
        var object: [JSON.Member] = [
            .init("id", .string(EntryID(number: entry).description)), .init("direction", .string(direction)),
            .init("texts", .object([.init("", .string(text))])),
        ]
        object += members.members ?? []
        return event(kind, conversation, entry, JSON.object(object))
    }

    static func event(_ kind: EventKind, _ conversation: Int64? = nil, _ entry: Int64? = nil, _ payload: JSON) -> Event
    {
        Event(
            number: 1, time: moment, kind: kind, account: account, conversation: conversation.map(Self.conversation),
            entry: entry.map { EntryID(number: $0) }, payload: payload.text)
    }

    static func read(_ conversation: Int64) -> Event {
        event(.conversationChanged, conversation, nil, ["open": true, "unread": 0, "mentions": 0])
    }
}
