public import XMLStreams
public import XMPPSessions

/// A stream whose server is the test: *receive this, expect that*, without any I/O.
public actor ScriptedStream: XMPPStream {
    private var inbox: [Element] = []
    private var outcome: Result<Void, StreamProblem>?
    private var reader: CheckedContinuation<Void, Never>?
    private var outbox: [Element] = []
    private var writeFailure: StreamProblem?
    private var isHolding = false
    private var writer: CheckedContinuation<Void, Never>?
    private var expecter: CheckedContinuation<Void, Never>?
    /// Whether the client closed the stream in order.
    public private(set) var isClosed = false
    /// Whether the client dropped the connection.
    public private(set) var isAbandoned = false
    /// How many elements came with each `send`.
    public private(set) var writes: [Int] = []

    public init() {}

    // MARK: The server's side

    /// The server sends these stanzas in one go, written as they stand in a client's stream.
    public func deliver(_ xml: String) throws {
        inbox += try stanzas(in: Array(xml.utf8))
        wakeReader()
    }

    public func deliver(_ elements: [Element]) {
        inbox += elements
        wakeReader()
    }

    /// The server closes the stream in order.
    public func closeByServer() {
        outcome = .success(())
        wakeReader()
    }

    /// The connection breaks, in both directions.
    public func breakOff(_ problem: StreamProblem = ScriptedStream.broken) {
        outcome = .failure(problem)
        writeFailure = problem
        wakeReader()
        wakeExpecter()
    }

    public static let broken = StreamProblem(code: "connection-lost", sentence: "The connection broke.")

    /// From now on what the client writes gets stuck, until `release`.
    public func hold() { isHolding = true }

    /// What is stuck goes on.
    public func release() {
        isHolding = false
        writer?.resume()
        writer = nil
    }

    /// The next element that the client wrote, waiting for it; `nil` when the stream ended without one.
    public func next() async -> Element? {
        while outbox.isEmpty, !isClosed, !isAbandoned, writeFailure == nil {
            await withCheckedContinuation { expecter = $0 }
        }
        return outbox.isEmpty ? nil : outbox.removeFirst()
    }

    /// What the client wrote and nobody took.
    public var unread: [Element] { outbox }

    // MARK: The client's side

    public func receive() async throws(StreamProblem) -> [Element]? {
        while inbox.isEmpty, outcome == nil { await withCheckedContinuation { reader = $0 } }
        if !inbox.isEmpty {
            defer { inbox = [] }
            return inbox
        }
        try outcome?.get()
        return nil
    }

    public func send(_ elements: [Element]) async throws(StreamProblem) {
        if isHolding { await withCheckedContinuation { writer = $0 } }
        if let writeFailure { throw writeFailure }
        outbox += elements
        writes.append(elements.count)
        wakeExpecter()
    }

    public func close(patience: Duration) async {
        isClosed = true
        outcome = outcome ?? .success(())
        wakeReader()
        wakeExpecter()
    }

    public func abandon() async {
        isAbandoned = true
        outcome = outcome ?? .failure(Self.broken)
        wakeReader()
        wakeExpecter()
    }

    private func wakeReader() {
        reader?.resume()
        reader = nil
    }

    private func wakeExpecter() {
        expecter?.resume()
        expecter = nil
    }
}
