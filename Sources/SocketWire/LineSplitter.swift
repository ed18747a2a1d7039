/// Cuts what comes from a socket into lines, and keeps what has not ended yet.
public struct LineSplitter: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to where no line feed is.
    private var searched = 0
    private let limit: Int

    /// - Parameter limit: bytes of the longest line, without its end.
    public init(limit: Int) { self.limit = limit }

    public mutating func append(_ part: some Collection<UInt8>) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: part)
    }

    /// The next whole line without its end; nil where there is none yet.
    public mutating func next() -> [UInt8]? {
        guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
            searched = bytes.count
            return nil
        }
        var line = bytes[start..<end]
        if line.last == 0x0D { line.removeLast() }
        start = end + 1
        searched = start
        return Array(line)
    }

    /// Whether the line that has not ended is too long already.
    public var isTooLong: Bool { bytes.count - start > limit }
}
