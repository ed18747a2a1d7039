/// Why a text is not the JSON that was expected.
public struct JSONError: Error, Equatable, Sendable {
    public enum Reason: String, Sendable {
        case unexpectedEnd = "the text ends too early"
        case unexpectedByte = "a byte that cannot stand there"
        case badNumber = "not a number"
        case badEscape = "not an escape"
        case doubledName = "the same name twice in one object"
        case tooDeep = "too deep"
        case tooLarge = "too large"
    }

    public var reason: Reason
    /// Where, in bytes from the start.
    public var offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
