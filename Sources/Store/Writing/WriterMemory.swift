import Domain
import XMPPAddresses

/// What the writer knows without asking the database.
struct WriterMemory {
    /// The last numbers given.
    struct Sequence: Equatable {
        var event: Int64
        var entry: Int64
        var conversation: Int64
        var trimmedEvent: Int64
    }

    struct Place: Hashable {
        let account: Int64
        let peer: BareJID
    }

    struct KnownConversation {
        let id: ConversationID
        let kind: Conversation.Kind
        let peer: String
    }

    /// Conversations remembered at most; then all are forgotten and asked for again.
    static let conversationBound = 4_096

    /// `nil`: not read yet.
    var sequence: Sequence?
    /// What the row of `sequence` says; differs from the above within a transaction.
    var savedSequence: Sequence?
    /// The rows of accounts by id.
    var accounts: [AccountID: Int64] = [:]
    private(set) var conversations: [Place: KnownConversation] = [:]

    /// Up to where conversations are read; a `nil` value: nowhere.
    private(set) var readPlaces: [ConversationID: ConversationTouch.Place?] = [:]
    /// Where acts wait for their entries; `nil`: not read yet.
    var waiting: Set<WaitingPlace>?
    /// Where something was purged; `nil`: not read yet.
    var purged: [ConversationID: Purged]?

    struct WaitingPlace: Hashable {
        let account: Int64
        let peer: String
    }

    struct Purged {
        /// Everything before this time.
        var before: Int64
        /// Single entries too.
        var hasTombstones: Bool
    }

    mutating func remember(readPlace place: ConversationTouch.Place?, of conversation: ConversationID) {
        if readPlaces.count >= Self.conversationBound { readPlaces.removeAll(keepingCapacity: true) }
        readPlaces[conversation] = .some(place)
    }

    mutating func remember(_ conversation: KnownConversation, at place: Place) {
        if conversations.count >= Self.conversationBound { conversations.removeAll(keepingCapacity: true) }
        conversations[place] = conversation
    }

    mutating func forgetPlaces() {
        accounts = [:]
        conversations = [:]
        readPlaces = [:]
        waiting = nil
        purged = nil
    }
}
