/// What an event is about.  Open: readers accept kinds they do not know.
public struct EventKind: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Lower case with hyphens.
    public init(_ name: String) {
        description = name
    }

    /// A new entry; the payload is the entry.
    public static let message = EventKind("message")
    /// An outgoing entry moved on.
    public static let messageState = EventKind("message-state")
    /// An act of the user's moved on in the outbox.
    public static let actState = EventKind("act-state")
    /// An entry changed otherwise; the payload is the entry.
    public static let messageChanged = EventKind("message-changed")
    public static let roster = EventKind("roster")
    public static let presence = EventKind("presence")
    /// An account was added, or its settings changed.
    public static let account = EventKind("account")
    /// An account's connection, what is the matter with it, or where its archive stands changed.
    public static let accountState = EventKind("account-state")
    public static let accountRemoved = EventKind("account-removed")
    public static let conversation = EventKind("conversation")
    /// What is shown of a conversation besides its entries changed; the payload is all of it.
    public static let conversationChanged = EventKind("conversation-changed")
    /// Somebody has read on.
    public static let conversationReader = EventKind("conversation-reader")
    /// Entries are gone for good.
    public static let messagesRemoved = EventKind("messages-removed")
    /// Entries were brought back; whoever shows the conversation reads it again.
    public static let messagesImported = EventKind("messages-imported")
    public static let subscriptionRequest = EventKind("subscription-request")
    public static let settings = EventKind("settings")
    /// The user wants to see a conversation: a frontend that can come to the front shows it.
    public static let activated = EventKind("activated")
}
