internal import SocketWire

/// What waits to be written to one connection, and what the connection wants and owes.
struct DoorOutput {
    /// Whether signals to everybody are wanted.
    var isListening = false
    /// Whether variants and results tell their types.
    var isTyped = false
    /// Calls that are not answered yet.
    private(set) var unfinished = 0
    private var bytes: [UInt8] = []
    private var written = 0
    private var hasDropped = false
    private let limit: Int

    init(limit: Int = SocketLimits.unsentBytes) { self.limit = limit }

    var waiting: Int { bytes.count - written }
    var isEmpty: Bool { waiting == 0 }
    /// Whether so much waits that no more calls should be read.
    var isFull: Bool { waiting > limit }

    /// Notes a call that is answered later; false when there are too many.
    mutating func begin() -> Bool {
        guard unfinished < SocketLimits.callsPerConnection else { return false }
        unfinished += 1
        return true
    }

    mutating func finish(_ line: [UInt8]?) {
        unfinished = max(0, unfinished - 1)
        if let line { append(line) }
    }

    mutating func append(_ line: [UInt8]) { bytes.append(contentsOf: line) }

    /// Queues a signal, or drops it where too much waits; then the reader is told once it has caught up.
    mutating func announce(_ line: [UInt8]) {
        if hasDropped || waiting + line.count > limit { hasDropped = true } else { append(line) }
    }

    /// Lets somebody write what waits; he returns how many bytes he took.
    mutating func write(_ body: (UnsafeRawBufferPointer) -> Int) {
        guard !isEmpty else { return }
        written += bytes[written...].withUnsafeBytes(body)
        if isEmpty {
            bytes.removeAll(keepingCapacity: bytes.capacity <= 64 << 10)
            written = 0
            if hasDropped {
                hasDropped = false
                append(RPCLine.resyncLine)
            }
        } else if written > 1 << 20 {
            bytes.removeSubrange(..<written)
            written = 0
        }
    }
}
