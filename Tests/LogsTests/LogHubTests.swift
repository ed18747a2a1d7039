import Foundation
import Logging
import Synchronization
import Testing

@testable import Logs

private final class Collected: LogSink {
    let lines = Mutex<[LogLine]>([])
    func write(_ line: LogLine) { lines.withLock { $0.append(line) } }
}

struct LogHubTests {
    private let sink = Collected()

    private func hub(_ filter: String) throws -> LogHub {
        LogHub(filter: try #require(LogFilter(filter)), sink: sink, now: { 1_000_000 })
    }

    @Test(
        "The longest fitting rule decides",
        arguments: [
            ("saluton", Logger.Level.notice), ("saluton.session", .debug), ("saluton.session.iq", .error),
            ("saluton.sessions", .notice),
        ])
    func rules(label: String, level: Logger.Level) throws {
        let filter = try #require(LogFilter("notice,saluton.session=debug,saluton.session.iq=error"))
        #expect(filter.level(for: label) == level)
        #expect(LogFilter(filter.description) == filter)
    }

    @Test(
        "A filter that is not understood is refused", arguments: ["", "loud", "=debug", "a=", "notice,,debug", "a=b=c"])
    func badFilter(text: String) {
        #expect(LogFilter(text) == nil)
    }

    @Test("Lines below the level are dropped, also after the filter has changed")
    func levels() throws {
        let hub = try hub("notice")
        let logger = hub.logger("saluton.test")
        logger.debug("one")
        logger.notice("two", metadata: ["b": "2", "a": "1"])
        hub.filter = LogFilter(.debug)
        logger.debug("three")
        #expect(sink.lines.withLock { $0.map(\.text) } == ["two a=1 b=2", "three"])
        #expect(hub.lines(after: 0, limit: 10).lines.map(\.number) == [1, 2])
    }

    @Test("Control characters never reach a line, and a long text is cut")
    func harmless() throws {
        let hub = try hub("notice")
        hub.logger("t").notice("a\u{1B}[31m\nb\u{9B}c")
        hub.logger("t").notice("\(String(repeating: "ü", count: 3_000))")
        let lines = hub.lines(after: 0, limit: 10).lines
        #expect(lines[0].text == "a·[31m·b·c")
        #expect(lines[1].text.utf8.count == LogLine.textLimit)
    }

    @Test("The ring is read in pages and stays within its bound")
    func ring() throws {
        let hub = try hub("notice")
        let logger = hub.logger("t")
        for number in 1...(LogHub.ringLimit + 10) { logger.notice("\(number)") }
        let first = hub.lines(after: 0, limit: 3)
        #expect(first.lines.count == 3)
        let second = hub.lines(after: first.next, limit: 5_000)
        #expect(second.lines.first?.number == first.next + 1)
        #expect(second.lines.last?.text == String(LogHub.ringLimit + 10))
        #expect(first.lines.count + second.lines.count <= LogHub.ringLimit)
        #expect(hub.lines(after: second.next, limit: 5).lines.isEmpty)
    }

    @Test("A file gets one line of text for each line")
    func file() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try #require(FileSink(path: path))
        file.write(LogLine(number: 1, time: 1_584_014_645_123_456, level: .warning, label: "saluton", text: "hello"))
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == "2020-03-12T12:04:05.123Z warning saluton: hello\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(FileSink(path: "/nonexistent/saluton.log") == nil)
        #expect(JournalSink(path: "/nonexistent/socket") == nil)
    }
}
