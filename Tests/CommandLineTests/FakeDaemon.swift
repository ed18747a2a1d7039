import DBusWire
import FrontendKit
import Synchronization
import TestSupport

/// A daemon made small: it owns the name on a private bus, answers from a table, and remembers what it was asked.
final class FakeDaemon: Sendable {
    typealias Reply = @Sendable (IncomingCall) -> CallAnswer

    /// Answers by `Interface.Member` without the prefix, `Manager1.FindAccount`.
    struct Answers: Sendable {
        var table: [String: Reply] = [:]

        mutating func on(_ name: String, _ reply: @escaping Reply) { table[name] = reply }

        /// Always the same values.
        mutating func on(_ name: String, _ values: Value...) { table[name] = { _ in .reply(values) } }

        mutating func fail(_ name: String, _ error: ErrorName, _ message: String) {
            table[name] = { _ in .failure(ErrorReply(error, message)) }
        }
    }

    private final class Handler: CallHandler {
        let answers: Answers
        let calls = Mutex<[(name: String, arguments: [Value])]>([])

        init(_ answers: Answers) { self.answers = answers }

        func answer(_ call: IncomingCall) -> CallAnswer {
            let name = FakeDaemon.name(of: call)
            // A descriptor that is remembered would never be closed.
            let arguments = call.arguments.filter { if case .descriptor = $0 { false } else { true } }
            calls.withLock { $0.append((name, arguments)) }
            guard let reply = answers.table[name] else { return .failure(ErrorReply(.unknownMethod, name)) }
            return reply(call)
        }

        func callerLeft(_ caller: BusName) {}
    }

    static let account: ObjectPath = "/org/saluton/Saluton1/accounts/a1"
    static let conversation: ObjectPath = "/org/saluton/Saluton1/accounts/a1/conversations/7"

    private let connection: BusConnection
    private let handler: Handler

    /// Claims the name; from then on calls are answered.
    init(on bus: PrivateBus, _ answers: Answers) async throws {
        connection = try await BusConnection.open(.address(bus.address))
        handler = Handler(answers)
        connection.serve(handler)
        _ = try await connection.requestName(Daemon.name)
    }

    deinit { connection.close() }

    func close() { connection.close() }

    /// What was asked, in order: `Manager1.FindAccount`.
    var calls: [String] { handler.calls.withLock { $0.map(\.name) } }

    /// The arguments of the last call of a name.
    func arguments(of name: String) -> [Value]? {
        handler.calls.withLock { $0.last { $0.name == name }?.arguments }
    }

    /// Announces events.
    func record(_ events: [(number: UInt64, kind: String, content: String)], carriesAll: Bool = true) throws {
        guard let first = events.first, let last = events.last else { return }
        let rows = carriesAll ? events.map { Self.row($0.number, $0.kind, $0.content) } : []
        try connection.emit(
            Signal(
                path: Daemon.root, interface: "org.saluton.Events1", member: "Recorded",
                [.uint64(first.number), .uint64(last.number), .array(rows, of: "(txssss)")]))
    }

    /// Announces changed properties of the account.
    func change(_ fields: [Value.Field]) throws {
        try connection.emit(
            Signal(
                path: Self.account, interface: "org.freedesktop.DBus.Properties", member: "PropertiesChanged",
                [.string("org.saluton.Account1"), .fields(fields), .array([], of: "s")]))
    }

    static func row(_ number: UInt64, _ kind: String, _ content: String) -> Value {
        .structure([
            .uint64(number), .int64(Samples.moment), .string(kind), .string("a1"), .string("7"), .string(content),
        ])
    }

    private static func name(of call: IncomingCall) -> String {
        let interface = call.interface?.rawValue.split(separator: ".").last.map(String.init) ?? ""
        return interface + "." + call.member.rawValue
    }
}
