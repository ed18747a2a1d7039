import Domain

/// How often programs may answer in one conversation, so that two of them do not talk to each other for ever.
///
/// What is too much is dropped, not delayed: silence ends a loop.
struct AnswerBudget {
    /// Between two answers.
    static let pause = Duration.seconds(2)
    /// Answers within `span`.
    static let count = 10
    static let span = Duration.seconds(600)
    /// Conversations that are remembered.
    static let conversations = 1_000

    private var given: [ConversationID: [Duration]] = [:]

    /// Takes leave to answer; why not, when not.
    mutating func refusal(in conversation: ConversationID, at now: Duration) -> String? {
        let recent = (given[conversation] ?? []).filter { now - $0 < Self.span }
        if let last = recent.last, now - last < Self.pause {
            return "a program answered less than \(Self.pause.components.seconds) seconds ago"
        }
        guard recent.count < Self.count else {
            return "programs answered \(Self.count) times in \(Self.span.components.seconds / 60) minutes"
        }
        if given.count >= Self.conversations, given[conversation] == nil {
            given = given.filter { now - ($0.value.last ?? .zero) < Self.span }
            guard given.count < Self.conversations else { return "programs answer in too many conversations" }
        }
        given[conversation] = recent + [now]
        return nil
    }
}
