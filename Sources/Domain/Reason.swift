/// Why something is held, failed or off: a code for programs and a sentence for people.
public struct Reason: Hashable, Sendable {
    /// Stable, lower case with hyphens: `not-connected`, `service-unavailable`.
    public var code: String
    /// One sentence that says what is the matter and, where there is something, what to do.
    public var sentence: String

    public init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}
