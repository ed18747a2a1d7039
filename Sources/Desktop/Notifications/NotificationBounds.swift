/// How much is shown, and how often.
enum NotificationBounds {
    /// Lines of one notification, and characters of each.
    static let lines = 5
    static let characters = 300
    /// Characters of the first line.
    static let title = 100
    /// Between two notifications of one conversation.
    static let pause = Duration.seconds(1)
    /// How long what was delayed on its way waits for more of it, and at most.
    static let gathering = Duration.seconds(2)
    static let gatheringEnd = Duration.seconds(15)
    /// Conversations with delayed messages that are shown one by one; more are one notification.
    static let late = 3
    /// Conversations, requests and accounts that are remembered as shown or waiting.
    static let subjects = 200
    /// Events that wait to be looked at; beyond it the oldest are passed over.
    static let inbox = 10_000
    /// Signals that are kept while the number of a notification is on its way.
    static let early = 16
    /// For an answer of the server of notifications.
    static let answer = Duration.seconds(5)
    /// How long one that does not answer is left alone.
    static let rest = Duration.seconds(60)
    /// Bytes of a reply that was typed into a notification.
    static let reply = 64 << 10
}
