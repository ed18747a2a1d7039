/// Why something is held, failed or off: a code for programs and a sentence for people.
public struct Reason: Hashable, Sendable {
    /// Stable, lower case with hyphens: `not-connected`, `service-unavailable`.
    public var code: String
    /// One sentence that says what is the matter and, where there is something, what to do.
    public var sentence: String

    /// The user took it back.
    public static let cancelled = Reason(code: "cancelled", sentence: "It was cancelled before it was sent.")
    /// It was written, the connection broke, and the archive has not yet said whether the server has it.
    public static let archiveCheck = Reason(
        code: "archive-check", sentence: "The server is asked whether it has this already.")

    public init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}
