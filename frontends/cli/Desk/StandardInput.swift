/// What a command can read, and whom it can ask.
public struct StandardInput: Sendable {
    /// Whether somebody sits in front of it.
    public var isTerminal: Bool
    /// Reads until the end, at most so many bytes; nil when there is more.
    public var readAll: @Sendable (_ limit: Int) -> [UInt8]?
    /// Reads one line without its end, at most so many bytes; nil at the end of input, or when it is longer.
    public var readLine: @Sendable (_ limit: Int) -> [UInt8]?
    /// Shows a question and reads a line that is not shown; nil when the user went away.
    public var askSecret: @Sendable (_ question: String) -> String?

    public init(
        isTerminal: Bool, readAll: @escaping @Sendable (_ limit: Int) -> [UInt8]?,
        readLine: @escaping @Sendable (_ limit: Int) -> [UInt8]?,
        askSecret: @escaping @Sendable (_ question: String) -> String?
    ) {
        self.isTerminal = isTerminal
        self.readAll = readAll
        self.readLine = readLine
        self.askSecret = askSecret
    }
}
