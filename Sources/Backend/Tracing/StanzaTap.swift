import Synchronization
import XMLStreams
import XMPPSessions

/// Where the lines of a trace go.
public protocol TraceSink: Sendable {
    /// Takes one line with its end; false when nobody reads any more.  Never waits.
    func write(_ line: [UInt8]) -> Bool
}

/// A place in an account's stream where somebody may look at the stanzas that pass; at most one at a time.
final class StanzaTap: Sendable {
    private struct Trace {
        let sink: any TraceSink
        let showsTexts: Bool
        let number: Int
    }

    private struct State {
        var trace: Trace?
        var last = 0
    }

    private let state = Mutex(State())
    private let isOpen = Atomic(false)

    /// Begins a trace; returns its number, `nil` when there is one already.
    func open(_ sink: any TraceSink, showsTexts: Bool) -> Int? {
        state.withLock { state in
            guard state.trace == nil else { return nil }
            state.last += 1
            state.trace = Trace(sink: sink, showsTexts: showsTexts, number: state.last)
            isOpen.store(true, ordering: .relaxed)
            return state.last
        }
    }

    /// Ends the trace of this number; without effect when it has ended.
    func close(_ number: Int) {
        state.withLock { state in
            guard state.trace?.number == number else { return }
            state.trace = nil
            isOpen.store(false, ordering: .relaxed)
        }
    }

    enum Direction: String {
        case incoming = "IN "
        case outgoing = "OUT"
    }

    func passed(_ elements: [Element], _ direction: Direction) {
        guard isOpen.load(ordering: .relaxed) else { return }
        state.withLock { state in
            guard let trace = state.trace else { return }
            for element in elements {
                var line = Array("\(direction.rawValue) ".utf8)
                XMLWriter.write(TraceRedaction.redacted(element, showsTexts: trace.showsTexts), to: &line)
                line.append(0x0A)
                guard trace.sink.write(line) else {
                    state.trace = nil
                    isOpen.store(false, ordering: .relaxed)
                    return
                }
            }
        }
    }
}

/// A stream whose stanzas can be looked at.
struct TappedStream: XMPPStream {
    private let stream: any XMPPStream
    private let tap: StanzaTap

    init(_ stream: any XMPPStream, _ tap: StanzaTap) {
        self.stream = stream
        self.tap = tap
    }

    func receive() async throws(StreamProblem) -> [Element]? {
        let elements = try await stream.receive()
        if let elements { tap.passed(elements, .incoming) }
        return elements
    }

    func send(_ elements: [Element]) async throws(StreamProblem) {
        tap.passed(elements, .outgoing)
        try await stream.send(elements)
    }

    func close(patience: Duration) async { await stream.close(patience: patience) }

    func abandon() async { await stream.abandon() }
}
