/// An error as it travels: a name for programs and a sentence for the log.
public struct ErrorReply: Error, Equatable, Sendable {
    public var name: ErrorName
    public var message: String

    public init(_ name: ErrorName, _ message: String) {
        self.name = name
        self.message = message
    }
}
