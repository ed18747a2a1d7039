import Synchronization
import TestSupport
import Testing
import XMLStreams
import XMPPSessions

@testable import Backend

/// Looking at what passes.
struct TracingTests {
    /// Takes so many lines and then is dead.
    private final class Sink: TraceSink {
        private let lines: Mutex<(left: Int, taken: [String])>

        init(_ left: Int = .max) { lines = Mutex((left, [])) }

        var taken: [String] { lines.withLock(\.taken) }

        func write(_ line: [UInt8]) -> Bool {
            lines.withLock { lines in
                guard lines.left > 0 else { return false }
                lines.left -= 1
                lines.taken.append(String(decoding: line, as: UTF8.self))
                return true
            }
        }
    }

    private let message = "<message from='a@b' id='m'><body>secret words</body></message>"

    @Test("A trace shows structure, and texts only when asked for")
    func texts() throws {
        let element = try stanza(message)
        let hidden = XMLWriter.bytes(of: TraceRedaction.redacted(element, showsTexts: false))
        #expect(
            String(decoding: hidden, as: UTF8.self) == "<message from='a@b' id='m'><body>[12 bytes]</body></message>")
        #expect(TraceRedaction.redacted(element, showsTexts: true) == element)
    }

    @Test("The ids of streams are never shown", arguments: ["enabled id", "resume previd", "resumed previd"])
    func streamIDs(name: String) throws {
        let parts = name.split(separator: " ")
        let element = Element(String(parts[0]), .streamManagement, [String(parts[1]): "take-over", "h": "5"])
        let shown = TraceRedaction.redacted(element, showsTexts: true)
        #expect(shown[attribute: String(parts[1])] == "•••")
        #expect(shown[attribute: "h"] == "5")
    }

    @Test("One trace at a time; a reader that is gone ends it")
    func deadReader() throws {
        let tap = StanzaTap()
        let element = try stanza(message)
        tap.passed([element], .incoming)
        let sink = Sink(1)
        let number = tap.open(sink, showsTexts: true)
        #expect(number == 1)
        #expect(tap.open(Sink(), showsTexts: true) == nil)
        tap.passed([element, element], .outgoing)
        #expect(sink.taken == ["OUT \(message)\n"])
        let next = Sink()
        #expect(tap.open(next, showsTexts: false) == 2)
        tap.close(1)
        tap.passed([element], .incoming)
        #expect(next.taken.first?.hasPrefix("IN  <message") == true)
        tap.close(2)
        tap.passed([element], .incoming)
        #expect(next.taken.count == 1)
    }

    @Test("A trace of an account ends by itself")
    func account() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let sink = Sink()
        #expect(await service.trace(sink, for: .seconds(9), bodies: false))
        #expect(await !service.trace(Sink(), for: .seconds(9), bodies: false))
        try await house.settled(server)
        #expect(sink.taken.contains { $0.hasPrefix("IN  <message") && $0.contains("[4 bytes]") })
        await house.clock.alarm(at: .seconds(9))
        house.clock.advance(by: .seconds(9))
        while await !service.trace(Sink(), for: .seconds(1), bodies: false) { await Task.yield() }
    }
}
