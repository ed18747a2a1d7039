import DBusWire
import Foundation
import FrontendKit
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

@Suite("Commands on entries and conversations, over a private bus")
struct ActRunTests {
    private static func entry(_ id: String, _ fields: Value.Field...) -> Value {
        .fields(
            [
                Value.Field("id", .string(id)), Value.Field("kind", .string("chat")),
                Value.Field("time", .int64(Samples.moment)),
                Value.Field(
                    "texts", .dictionary([Value.Entry(.string(""), .string("text of \(id)"))], key: "s", value: "s")),
            ] + fields)
    }

    private static let ours = Value.Field("direction", .string("out"))
    private static let theirs = Value.Field("direction", .string("in"))
    private static let gone = Value.Field("retracted", .int64(Samples.moment))

    /// Two pages: the newest has e5 and e6, of which nothing can be corrected, the one before it e1 to e4.
    private var answers: FakeDaemon.Answers { Self.answers() }

    /// - Parameter isLastGone: our last message was taken back.
    private static func answers(isLastGone: Bool = false) -> FakeDaemon.Answers {
        var answers = FakeDaemon.Answers()
        answers.on("Manager1.FindAccount", .path(FakeDaemon.account))
        answers.on("Account1.OpenConversation", .path(FakeDaemon.conversation))
        let facts = [
            Value.Field("Id", .string("7")), Value.Field("JID", .string("romeo@example.org")),
            Value.Field("Account", .path(FakeDaemon.account)), Value.Field("Unread", .uint32(0)),
        ]
        answers.on("Properties.GetAll", .fields(facts))
        let interfaces = [Value.Entry(.string("org.saluton.Conversation1"), .fields(facts))]
        let objects = [Value.Entry(.path(FakeDaemon.conversation), .dictionary(interfaces, key: "s", value: "a{sv}"))]
        answers.on("ObjectManager.GetManagedObjects", .dictionary(objects, key: "o", value: "a{sa{sv}}"))
        answers.on("Conversation1.History") { call in
            let isNewest = call.arguments.last == .fields([])
            let entries =
                isNewest
                ? [
                    Self.entry("e5", isLastGone ? Self.ours : Self.theirs, Self.gone),
                    Self.entry("e6", Self.theirs, Self.gone),
                ]
                : [
                    Self.entry("e1", Self.ours), Self.entry("e2", Self.theirs),
                    Self.entry("e3", Self.ours, Value.Field("versions", .uint32(1))),
                    Self.entry("e4", Self.theirs),
                ]
            return .reply([.array(entries, of: "a{sv}"), .string(isNewest ? "c" : ""), .string("l")])
        }
        answers.on("Conversation1.GetEntry") { call in
            guard case .string(let id)? = call.arguments.first, id != "e99" else {
                return .failure(ErrorReply("org.saluton.Error.NoSuchEntry", "none"))
            }
            return .reply([Self.entry(id, Self.ours)])
        }
        answers.on(
            "Conversation1.Versions",
            .array([Self.entry("")], of: "a{sv}"))
        for name in ["Correct", "Retract", "React", "Cancel", "Retry", "MarkRead", "SetDraft", "Set"] {
            answers.on("Conversation1.\(name)")
        }
        return answers
    }

    private func run(_ arguments: [String], on bus: PrivateBus, _ paper: Paper) async -> CommandStatus {
        await Saluton.run(arguments, at: paper.desk(bus: .address(bus.address)))
    }

    @Test(
        "Each command calls its method; without an entry the newest that fits is meant",
        arguments: [
            (["message", "correct", "r@e", "new"], "Correct", "e3"),
            (["message", "correct", "r@e", "new", "--entry", "e1"], "Correct", "e1"),
            (["message", "retract", "r@e"], "Retract", "e3"), (["message", "react", "r@e", "🌹"], "React", "e4"),
            (["message", "react", "r@e", "--none", "--entry", "e6"], "React", "e6"),
            (["message", "cancel", "e7"], "Cancel", "e7"), (["message", "retry", "e7", "--in", "r@e"], "Retry", "e7"),
            (["message", "versions", "e7"], "Versions", "e7"),
            (["conversation", "read", "r@e", "--up-to", "e4"], "MarkRead", "e4"),
            (["conversation", "read", "r@e"], "MarkRead", ""),
            (["conversation", "draft", "r@e", "later"], "SetDraft", "later"),
            (["conversation", "draft", "r@e", "--clear"], "SetDraft", ""),
        ])
    func acts(arguments: [String], method: String, first: String) async throws {
        let bus = try PrivateBus()
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(arguments, on: bus, paper) == .done, "\(paper.errors)")
        #expect(daemon.arguments(of: "Conversation1.\(method)")?.first == .string(first))
    }

    @Test("An entry that no conversation has is told, and so is what a rule forbids")
    func refusals() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.fail("Conversation1.Retract", "org.saluton.Error.NotAllowed", "Others wrote it (XEP-0424 §5).")
        let daemon = try await FakeDaemon(on: bus, answers)
        #expect(await run(["message", "cancel", "e99"], on: bus, Paper()) == .notFound)
        let paper = Paper()
        #expect(await run(["message", "retract", "r@e", "--entry", "e2"], on: bus, paper) == .notAllowed)
        #expect(paper.errors.contains("XEP-0424 §5"))
        daemon.close()
    }

    @Test(
        "Who took the last message back does not change the one before it by trying again",
        arguments: ["retract", "correct"])
    func again(command: String) async throws {
        let bus = try PrivateBus()
        let daemon = try await FakeDaemon(on: bus, Self.answers(isLastGone: true))
        let paper = Paper()
        let arguments = ["message", command, "r@e"] + (command == "correct" ? ["new"] : [])
        #expect(await run(arguments, on: bus, paper) == .notAllowed)
        #expect(paper.errors.contains("--entry"))
        daemon.close()
    }

    @Test(
        "Output that cannot be written is a failure; an output that nobody reads any more is none",
        arguments: [true, false])
    func output(isFull: Bool) async throws {
        let bus = try PrivateBus()
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        var desk = paper.desk(bus: .address(bus.address), writes: 0)
        if isFull { desk.outputProblem = { "No space left on device" } }
        #expect(await Saluton.run(["message", "versions", "e7"], at: desk) == (isFull ? .storage : .done))
        #expect(paper.errors.contains("No space left") == isFull)
        daemon.close()
    }

    @Test("Settings travel under the names of the bus")
    func settings() async throws {
        let bus = try PrivateBus()
        let daemon = try await FakeDaemon(on: bus, answers)
        let arguments = ["conversation", "set", "r@e", "--pin", "--mute", "1h", "--notify", "none", "--close"]
        #expect(await run(arguments, on: bus, Paper()) == .done)
        #expect(
            daemon.arguments(of: "Conversation1.Set") == [
                .fields([
                    Value.Field("pinned", .bool(true)), Value.Field("open", .bool(false)),
                    Value.Field("notify", .string("none")),
                    Value.Field("muted-until", .int64(Samples.moment + 3_600_000_000)),
                ])
            ])
        #expect(await run(["retention", "set", "r@e", "1d"], on: bus, Paper()) == .usage)
        #expect(await run(["retention", "set", "r@e", "1d", "--yes"], on: bus, Paper()) == .done)
        #expect(
            daemon.arguments(of: "Conversation1.Set") == [.fields([Value.Field("retention", .uint32(86_400))])])
    }

    @Test("Filters of a search travel under the names of the bus")
    func search() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Manager1.Search", .array([Self.entry("e1", Self.theirs)], of: "a{sv}"), .string("n"))
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        let arguments = [
            "search", "rose", "name", "--in", "r@e", "--before", "2026-03-04", "--after", "1d", "--has", "link",
            "--best", "--server", "--last", "5", "--json",
        ]
        #expect(await run(arguments, on: bus, paper) == .done)
        #expect(paper.output.hasSuffix("],\"next\":\"n\"}\n"))
        #expect(
            daemon.arguments(of: "Manager1.Search") == [
                .string("rose name"), .uint32(5),
                .fields([
                    Value.Field("conversation", .string("r@e")), Value.Field("before", .int64(1_772_582_400_000_000)),
                    Value.Field("after", .int64(Samples.moment - 86_400_000_000)),
                    Value.Field("has", .array([.string("link")], of: "s")), Value.Field("order", .string("best")),
                    Value.Field("server", .bool(true)),
                ]),
            ])
    }

    @Test("An export is whole, oldest first, with versions, and replaces nothing")
    func export() async throws {
        let bus = try PrivateBus()
        let daemon = try await FakeDaemon(on: bus, answers)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("chats.jsonl").path
        let paper = Paper()
        #expect(await run(["history", "export", "--output", file], on: bus, paper) == .done, "\(paper.errors)")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.map { $0.prefix(9) } == (1...6).map { "{\"id\":\"e\($0)"[...].prefix(9) })
        #expect(lines[2].contains(#""versions":[{"#))
        #expect(lines.allSatisfy { $0.contains(#""peer":"romeo@example.org""#) })
        #expect(await run(["history", "export", "--output", file], on: bus, Paper()) == .exists)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chats.jsonl"])
        daemon.close()
    }

    @Test("Lines are read back in batches; what is refused or no entry is told with its number")
    func importing() async throws {
        let bus = try PrivateBus()
        var answers = answers
        let sizes = Mutex<[Int]>([])
        answers.on("Account1.Import") { call in
            guard case .array(let entries, of: _)? = call.arguments.first else { return .reply([]) }
            sizes.withLock { $0.append(entries.count) }
            let bad = entries.count {
                if case .fields(let fields) = $0 { fields.first?.value == .string("bad") } else { false }
            }
            return .reply([
                .fields([
                    Value.Field("added", .uint32(UInt32(entries.count - bad))), Value.Field("known", .uint32(0)),
                    Value.Field("refused", .uint32(UInt32(bad))), Value.Field("problem", .string("no author")),
                ])
            ])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: file) }
        var lines = (1...1200).map { "{\"id\":\"e\($0)\"}" }
        lines[6] = "{\"id\":\"bad\"}"
        lines[8] = "{\"id\":"
        lines[1000] = String(repeating: "x", count: (1 << 20) + 5)
        lines[1001] = "[]"
        lines[1003] = ""
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let paper = Paper()
        #expect(await run(["history", "import", file], on: bus, paper) == .failed)
        #expect(
            paper.output == """
                line 7: no author
                line 9: the text ends too early, at byte 6
                line 1001: longer than 1 MiB
                line 1002: not an entry
                1195 added, 0 here already, 1 refused, 3 unreadable.

                """)
        #expect(paper.errors.contains("4 lines were left out"))
        let first = sizes.withLock { $0.first }
        #expect(first == 500)
        #expect(sizes.withLock { $0.allSatisfy { $0 <= 500 } })
        daemon.close()
    }
}
