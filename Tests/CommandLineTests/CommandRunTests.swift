import DBusWire
import FrontendKit
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

@Suite("Whole commands, over a private bus")
struct CommandRunTests {
    private static let accountFields: [Value.Field] = [
        Value.Field("Id", .string("a1")), Value.Field("JID", .string("juliet@example.org")),
        Value.Field("Enabled", .bool(true)), Value.Field("State", .string("online")),
        Value.Field("Problem", .fields([])), Value.Field("NextTry", .int64(0)),
        Value.Field("BoundJID", .string("juliet@example.org/balcony")), Value.Field("Queued", .uint32(0)),
    ]

    private static func accountFields(state: String) -> [Value.Field] {
        accountFields.map { $0.name == "State" ? Value.Field("State", .string(state)) : $0 }
    }

    private static func entry(state: String) -> Value {
        .fields([
            Value.Field("id", .string("e1")), Value.Field("direction", .string("out")),
            Value.Field("state", .string(state)),
        ])
    }

    /// A daemon with one account that is online and one conversation.
    private var answers: FakeDaemon.Answers {
        var answers = FakeDaemon.Answers()
        answers.on("Manager1.FindAccount", .path(FakeDaemon.account))
        answers.on("Account1.OpenConversation", .path(FakeDaemon.conversation))
        answers.on("Properties.GetAll", .fields(Self.accountFields))
        answers.on("Events1.Subscribe", .uint64(40))
        return answers
    }

    private func run(_ arguments: [String], on bus: PrivateBus, _ paper: Paper, writes: Int? = nil) async
        -> CommandStatus
    {
        await Saluton.run(arguments, at: paper.desk(bus: .address(bus.address), writes: writes))
    }

    @Test("Accounts are listed from the object manager")
    func list() async throws {
        let bus = try PrivateBus()
        var answers = answers
        let interfaces: [Value.Entry] = [Value.Entry(.string("org.saluton.Account1"), .fields(Self.accountFields))]
        let objects = [
            Value.Entry(.path(FakeDaemon.account), .dictionary(interfaces, key: "s", value: "a{sv}"))
        ]
        answers.on("ObjectManager.GetManagedObjects", .dictionary(objects, key: "o", value: "a{sa{sv}}"))
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["account", "list"], on: bus, paper) == .done)
        #expect(paper.output.contains("a1  juliet@example.org  online"))
        #expect(daemon.calls == ["ObjectManager.GetManagedObjects"])
    }

    @Test("A message is sent, and the command ends once the server has it")
    func send() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Conversation1.Send", .string("e1"))
        let box = Box()
        answers.on("Conversation1.GetEntry") { _ in
            try? box.daemon?.record([(41, "message-state", #"{"entry":"e1","state":"on-server"}"#)])
            return .reply([Self.entry(state: "sent")])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        box.set(daemon)
        let paper = Paper()
        let arguments = [
            "message", "send", "romeo@example.org/orchard", "Good day", "--lang", "en", "--text", "de=Guten Tag",
            "--subject", "Greetings", "--subject-text", "de=Gruß", "--thread", "t1", "--type", "normal", "--json",
        ]
        #expect(await run(arguments, on: bus, paper) == .done)
        #expect(paper.output == #"{"id":"e1","direction":"out","state":"on-server"}"# + "\n")
        #expect(
            daemon.calls.prefix(4) == [
                "Manager1.FindAccount", "Account1.OpenConversation", "Events1.Subscribe", "Conversation1.Send",
            ])
        let texts = Value.dictionary(
            [Value.Entry(.string("en"), .string("Good day")), Value.Entry(.string("de"), .string("Guten Tag"))],
            key: "s", value: "s")
        let subjects = Value.dictionary(
            [Value.Entry(.string("en"), .string("Greetings")), Value.Entry(.string("de"), .string("Gruß"))],
            key: "s", value: "s")
        #expect(
            daemon.arguments(of: "Conversation1.Send") == [
                texts,
                .fields([
                    Value.Field("subjects", subjects), Value.Field("type", .string("normal")),
                    Value.Field("thread", .string("t1")), Value.Field("resource", .string("orchard")),
                ]),
            ])
    }

    @Test(
        "A message that fails says why, and one of an account at rest does not wait",
        arguments: [
            ("failed", "online", CommandStatus.refused), ("queued", "offline", .notConnected),
            ("on-server", "online", .done),
            ("delivered", "offline", .done), ("queued", "failed", .notConnected),
        ])
    func outcomes(entryState: String, accountState: String, status: CommandStatus) async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Conversation1.Send", .string("e1"))
        answers.on("Conversation1.GetEntry", Self.entry(state: entryState))
        answers.on("Properties.GetAll", .fields(Self.accountFields(state: accountState)))
        if status == .done || status == .refused {
            // The account's answer must not come first: an entry that is settled already wins whatever the account does.
            answers.on("Properties.GetAll", .fields(Self.accountFields(state: "online")))
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper(input: "From standard input\n")
        #expect(await run(["message", "send", "romeo@example.org"], on: bus, paper) == status)
        #expect(paper.errors.isEmpty == (status == .done))
        let text = Value.dictionary(
            [Value.Entry(.string(""), .string("From standard input"))], key: "s", value: "s")
        #expect(daemon.arguments(of: "Conversation1.Send")?.first == text)
    }

    @Test("Events are read, then followed, each once, until nobody reads any more")
    func events() async throws {
        let bus = try PrivateBus()
        var answers = answers
        let box = Box()
        answers.on("Events1.Read") { call in
            guard case .uint64(let after)? = call.arguments.first else { return .reply([]) }
            switch after {
            case 38:
                // While the page is on its way, two signals come: one that overlaps it, one that carries nothing.
                try? box.daemon?.record([(40, "roster", #"{"n":40}"#), (41, "roster", #"{"n":41}"#)])
                try? box.daemon?.record([(42, "roster", ""), (43, "roster", "")], carriesAll: false)
                return Self.page([39, 40], newest: 40)
            case 41:
                try? box.daemon?.record([(44, "roster", #"{"n":44}"#)])
                return Self.page([42, 43], newest: 43)
            default: return .failure(ErrorReply(.failed, "unexpected \(after)"))
            }
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        box.set(daemon)
        let paper = Paper()
        #expect(await run(["events", "--since", "38", "--follow", "--json"], on: bus, paper, writes: 3) == .done)
        let numbers = paper.output.split(separator: "\n").compactMap { line in
            line.split(separator: ",").first.map { String($0.dropFirst(#"{"number":"#.count)) }
        }
        #expect(numbers == ["39", "40", "41", "42", "43"])
    }

    @Test("What was trimmed is told on standard error, and reading goes on behind it")
    func trimmed() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Events1.Read") { call in
            guard case .uint64(let after)? = call.arguments.first else { return .reply([]) }
            let events = after < 50 ? [FakeDaemon.row(50, "roster", "{}")] : []
            return .reply([.array(events, of: "(txssss)"), .uint64(50), .uint64(50)])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["events", "--since", "7"], on: bus, paper) == .done)
        #expect(paper.errors == "saluton: events 8–49 are not kept any more\n")
        #expect(paper.output.hasPrefix("50  "))
        #expect(!daemon.calls.contains("Events1.Subscribe"))
    }

    @Test("When the daemon ends, a follower is told where to go on")
    func gone() async throws {
        let bus = try PrivateBus()
        var answers = answers
        let box = Box()
        answers.on("Events1.Read") { _ in
            // The answer goes out before the connection closes.
            defer { box.daemon?.close() }
            return Self.page([39], newest: 39)
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        box.set(daemon)
        let paper = Paper()
        #expect(await run(["events", "--since", "38", "--follow"], on: bus, paper) == .noDaemon)
        #expect(paper.errors.contains("saluton events --since 3"))
    }

    @Test("An account is added with its password, and waited for")
    func add() async throws {
        let bus = try PrivateBus()
        var answers = answers
        let box = Box()
        answers.on("Manager1.AddAccount", .path(FakeDaemon.account))
        answers.on("Properties.GetAll") { _ in
            try? box.daemon?.change([
                Value.Field("State", .string("online")), Value.Field("BoundJID", .string("juliet@example.org/x")),
            ])
            return .reply([.fields(Self.accountFields(state: "connecting"))])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        box.set(daemon)
        let paper = Paper(input: "secret\n")
        let arguments = ["account", "add", "juliet@example.org", "--password-stdin", "--host", "h", "--wait"]
        #expect(await run(arguments, on: bus, paper) == .done)
        #expect(paper.output == "juliet@example.org added: online.\n")
        #expect(
            daemon.arguments(of: "Manager1.AddAccount") == [
                .string("juliet@example.org"),
                .fields([Value.Field("host", .string("h")), Value.Field("password", .string("secret"))]),
                .fields([Value.Field("enabled", .bool(true))]),
            ])
    }

    @Test("A login that fails ends the waiting, with the reason and what to do")
    func failedLogin() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Account1.Connect")
        let problem: [Value.Field] = [
            Value.Field("code", .string("not-authorized")), Value.Field("sentence", .string("Wrong password.")),
            Value.Field("action", .string("Give another.")),
        ]
        let fields = Self.accountFields(state: "failed").map { field in
            field.name == "Problem" ? Value.Field("Problem", .fields(problem)) : field
        }
        answers.on("Properties.GetAll", .fields(fields))
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["account", "connect", "--wait"], on: bus, paper) == .notConnected)
        #expect(paper.errors == "saluton: juliet@example.org is failed: Wrong password.\n  Give another.\n")
        daemon.close()
    }

    @Test("An error of the daemon becomes a status, a sentence and an advice, in JSON too")
    func refused() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.fail("Manager1.FindAccount", "org.saluton.Error.NoSuchAccount", "There is no account x.")
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["account", "show", "x", "--json"], on: bus, paper) == .notFound)
        #expect(
            paper.errors.hasPrefix(#"{"error":{"code":4,"name":"NoSuchAccount","sentence":"There is no account x.""#))
        #expect(paper.output.isEmpty)
        daemon.close()
    }

    @Test("The whole roster is read, page after page")
    func roster() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Roster1.List") { call in
            let isFirst = call.arguments.first == .string("")
            let jid: Value = .string(isFirst ? "a@example.org" : "b@example.org")
            return .reply([
                .array([.fields([Value.Field("jid", jid)])], of: "a{sv}"), .string(isFirst ? "next" : ""),
            ])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["roster", "get", "--online", "--json"], on: bus, paper) == .done)
        #expect(paper.output == #"{"contacts":[{"jid":"a@example.org"},{"jid":"b@example.org"}]}"# + "\n")
        #expect(daemon.arguments(of: "Roster1.List")?.last == .fields([Value.Field("offline", .bool(false))]))
    }

    @Test("Nothing is removed unless it is confirmed")
    func purge() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Roster1.Purge", .array([.string("a@example.org")], of: "s"))
        let daemon = try await FakeDaemon(on: bus, answers)
        #expect(await run(["roster", "purge"], on: bus, Paper()) == .usage)
        #expect(daemon.arguments(of: "Roster1.Purge") == [.fields([Value.Field("dry-run", .bool(true))])])
        #expect(await run(["roster", "purge", "--yes"], on: bus, Paper()) == .done)
        #expect(daemon.arguments(of: "Roster1.Purge") == [.fields([Value.Field("dry-run", .bool(false))])])
    }

    @Test("A trace is read until its other end is closed")
    func trace() async throws {
        let bus = try PrivateBus()
        var answers = answers
        answers.on("Account1.TraceXML") { call in
            guard case .descriptor(let output)? = call.arguments.first else { return .reply([]) }
            let text = "IN  <a/>\nOUT <b>\u{9B}</b>\nlast"
            _ = Array(text.utf8).withUnsafeBytes { write(output.number, $0.baseAddress, $0.count) }
            return .reply([])
        }
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        #expect(await run(["debug", "xml", "--seconds", "1"], on: bus, paper) == .done)
        #expect(paper.output == "IN  <a/>\nOUT <b>‹U+009B›</b>\nlast\n")
        daemon.close()
    }

    private static func page(_ numbers: [UInt64], newest: UInt64) -> CallAnswer {
        let rows = numbers.map { FakeDaemon.row($0, "roster", "{\"n\":\($0)}") }
        return .reply([.array(rows, of: "(txssss)"), .uint64(newest), .uint64(1)])
    }
}

/// Lets an answer reach the daemon that gives it.
private final class Box: Sendable {
    private let content = Mutex<FakeDaemon?>(nil)

    var daemon: FakeDaemon? { content.withLock { $0 } }

    func set(_ daemon: FakeDaemon) { content.withLock { $0 = daemon } }
}
