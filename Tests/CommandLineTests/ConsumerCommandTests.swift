import DBusWire
import FrontendKit
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

@Suite("Consumers of the event log, over a private bus")
struct ConsumerCommandTests {
    /// A log and one consumer's place in it.
    private final class Log: Sendable {
        private let place: Mutex<UInt64>
        let newest: UInt64
        let lost: UInt64

        init(at place: UInt64 = 0, newest: UInt64, lost: UInt64 = 0) {
            self.place = Mutex(place)
            self.newest = newest
            self.lost = lost
        }

        var acknowledged: UInt64 { place.withLock { $0 } }

        func read(_ limit: UInt64) -> CallAnswer {
            let after = acknowledged
            let isLost = after < lost
            let numbers = isLost || after >= newest ? [] : Array((after + 1...newest).prefix(Int(limit)))
            let rows = numbers.map { FakeDaemon.row($0, "roster", "{\"n\":\($0)}") }
            return .reply([.array(rows, of: "(txssss)"), .uint64(newest), .uint64(isLost ? lost : 0)])
        }

        func acknowledge(_ call: IncomingCall) -> CallAnswer {
            guard case .uint64(let number)? = call.arguments.last else { return .reply([]) }
            place.withLock { $0 = max($0, number) }
            return .reply([])
        }

        func answers(page: UInt64 = 500) -> FakeDaemon.Answers {
            var answers = FakeDaemon.Answers()
            answers.on("Events1.OpenConsumer", .uint64(acknowledged))
            answers.on("Events1.Subscribe", .uint64(newest))
            answers.on("Events1.ReadConsumer") { _ in self.read(page) }
            answers.on("Events1.Acknowledge") { self.acknowledge($0) }
            return answers
        }
    }

    private func run(_ line: String, on bus: PrivateBus, _ paper: Paper, writes: Int? = nil) async -> CommandStatus {
        await Saluton.run(
            line.split(separator: " ").map(String.init), at: paper.desk(bus: .address(bus.address), writes: writes))
    }

    private func numbers(_ paper: Paper) -> [String] {
        paper.output.split(separator: "\n").compactMap { line in
            line.split(separator: ",").first.map { String($0.dropFirst(#"{"number":"#.count)) }
        }
    }

    @Test("What is printed is acknowledged, page by page, until the log's end")
    func pages() async throws {
        let bus = try PrivateBus()
        let log = Log(at: 2, newest: 7)
        let daemon = try await FakeDaemon(on: bus, log.answers(page: 2))
        let paper = Paper()
        #expect(await run("events --consumer pager --json", on: bus, paper) == .done)
        #expect(numbers(paper) == ["3", "4", "5", "6", "7"])
        #expect(log.acknowledged == 7)
        #expect(daemon.calls.count { $0 == "Events1.Acknowledge" } == 3)
        #expect(!daemon.calls.contains("Events1.Subscribe"))
        #expect(await run("events --consumer pager --since 3", on: bus, paper) == .done)
        #expect(daemon.arguments(of: "Events1.OpenConsumer")?.last == .fields([Value.Field("after", .uint64(3))]))
        #expect(numbers(paper).count == 5)
    }

    @Test("What nobody read is not acknowledged", arguments: [0, 1, 3])
    func closed(writes: Int) async throws {
        let bus = try PrivateBus()
        let log = Log(newest: 5)
        let daemon = try await FakeDaemon(on: bus, log.answers())
        let paper = Paper()
        #expect(await run("events --consumer pager --follow --json", on: bus, paper, writes: writes) == .done)
        #expect(numbers(paper).count == writes)
        #expect(log.acknowledged == UInt64(writes))
        daemon.close()
    }

    @Test("Whoever stayed away too long is told so, and goes on only when told to")
    func lost() async throws {
        let bus = try PrivateBus()
        let log = Log(at: 2, newest: 12, lost: 10)
        let daemon = try await FakeDaemon(on: bus, log.answers())
        let paper = Paper()
        #expect(await run("events --consumer pager --json", on: bus, paper) == .failed)
        #expect(paper.output.isEmpty && log.acknowledged == 2)
        #expect(paper.errors.contains(#""name":"EventsLost","sentence":"Events up to 10 were trimmed"#))
        #expect(paper.errors.contains("saluton events --consumer pager --skip-lost"))
        #expect(await run("events --consumer pager --skip-lost --json", on: bus, paper) == .done)
        #expect(paper.output.hasPrefix(#"{"kind":"lost","last":10}"# + "\n" + #"{"number":11,"#))
        #expect(log.acknowledged == 12)
        daemon.close()
    }

    @Test("A daemon that goes away and comes back is waited for; what it did not hear is acknowledged first")
    func returns() async throws {
        let bus = try PrivateBus()
        let log = Log(newest: 3)
        let box = Holder()
        let left = AsyncStream<Void>.makeStream()
        var answers = log.answers()
        answers.on("Events1.Acknowledge") { _ in
            box.daemon.withLock { $0?.close() }
            left.continuation.finish()
            return .reply([])
        }
        let first = try await FakeDaemon(on: bus, answers)
        box.daemon.withLock { $0 = first }
        let paper = Paper()
        async let status = run("events --consumer pager --follow --json", on: bus, paper, writes: 4)
        for await _ in left.stream {}
        let later = Log(newest: 5)
        let second = try await FakeDaemon(on: bus, later.answers())
        #expect(await status == .done)
        #expect(numbers(paper) == ["1", "2", "3", "4"])
        #expect(later.acknowledged == 4)
        #expect(second.calls.prefix(3) == ["Events1.Subscribe", "Events1.Acknowledge", "Events1.ReadConsumer"])
        #expect(paper.errors == "saluton: the daemon went away; waiting until it is back\n")
    }

    @Test("Consumers are listed with what they have before them, and forgotten")
    func list() async throws {
        let bus = try PrivateBus()
        var answers = FakeDaemon.Answers()
        let rows: [Value] = [("late", 2), ("pager", 40)].map { name, number in
            .structure([.string(name), .uint64(number), .int64(Samples.moment)])
        }
        answers.on("Events1.Consumers", .array(rows, of: "(stx)"))
        answers.on("Events1.Read", .array([], of: "(txssss)"), .uint64(42), .uint64(10))
        answers.on("Events1.ForgetConsumer")
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run("events consumers", on: bus, paper) == .done)
        #expect(
            paper.output == """
                NAME   ACKNOWLEDGED  BEHIND  USED                 LOST
                late   2             40      2026-03-04 14:05:06  up to 9
                pager  40            2       2026-03-04 14:05:06

                """)
        let other = Paper()
        #expect(await run("events forget pager --json", on: bus, other) == .done)
        #expect(other.output == #"{"name":"pager"}"# + "\n")
        #expect(daemon.arguments(of: "Events1.ForgetConsumer") == [.string("pager")])
    }

    @Test("How much is kept is shown, and changed where that was asked for")
    func keep() async throws {
        let bus = try PrivateBus()
        var answers = FakeDaemon.Answers()
        answers.on("Properties.Set")
        answers.on(
            "Properties.GetAll",
            .fields([Value.Field("KeepDays", .uint32(0)), Value.Field("KeepEvents", .uint32(500))]))
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run("events keep", on: bus, paper) == .done)
        #expect(paper.output == "Events are kept however old they are.\nAt most 500 are kept.\n")
        #expect(!daemon.calls.contains("Properties.Set"))
        #expect(await run("events keep --days 30 --json", on: bus, paper) == .done)
        #expect(paper.output.hasSuffix(#"{"days":0,"count":500}"# + "\n"))
        #expect(daemon.calls.count { $0 == "Properties.Set" } == 1)
    }
}

/// Lets an answer reach the daemon that gives it.
private final class Holder: Sendable {
    let daemon = Mutex<FakeDaemon?>(nil)
}
