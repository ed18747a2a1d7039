public import DBusWire
import Synchronization

/// A server of notifications that shows nothing and does what a test says (Desktop Notifications Specification 1.2).
public final class FakeNotificationServer: CallHandler {
    public struct Shown: Sendable, Equatable {
        public var number: UInt32
        public var replaces: UInt32
        public var title: String
        public var body: String
        public var actions: [String]
        public var urgency: UInt8
        public var isSilent: Bool

        public init(
            number: UInt32, replaces: UInt32, title: String, body: String, actions: [String], urgency: UInt8,
            isSilent: Bool
        ) {
            self.number = number
            self.replaces = replaces
            self.title = title
            self.body = body
            self.actions = actions
            self.urgency = urgency
            self.isSilent = isSilent
        }
    }

    private struct State {
        var capabilities: [String]
        var shown: [Shown] = []
        var closed: [UInt32] = []
        var last: UInt32
        var isHanging = false
        var isClickedAtOnce = false
        var caller: BusName?
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private static let name: BusName = "org.freedesktop.Notifications"
    private static let path: ObjectPath = "/org/freedesktop/Notifications"
    private static let interface: InterfaceName = "org.freedesktop.Notifications"

    private let state: Mutex<State>
    public let connection: BusConnection

    /// Takes the name on the bus; its first notification has the number after `last`.
    public init(
        _ address: String, _ capabilities: [String] = ["body", "body-markup", "actions", "inline-reply"],
        last: UInt32 = 0
    ) async throws {
        state = Mutex(State(capabilities: capabilities, last: last))
        connection = try await BusConnection.open(.address(address))
        connection.serve(self)
        _ = try await connection.requestName(Self.name)
    }

    public var shown: [Shown] { state.withLock(\.shown) }
    public var closed: [UInt32] { state.withLock(\.closed) }

    /// From now on it shows nothing, and the caller hears what the bus says when nobody answered in time.
    public func hang(_ isHanging: Bool) { state.withLock { $0.isHanging = isHanging } }

    /// From now on everything is clicked before its number was told.
    public func clickAtOnce() { state.withLock { $0.isClickedAtOnce = true } }

    public func answer(_ call: IncomingCall) -> CallAnswer {
        let (answer, watchers) = state.withLock { state in
            state.caller = call.caller
            defer { state.watchers = [] }
            return (Self.answer(call, &state), state.watchers)
        }
        if call.member == "Notify", let number = state.withLock({ $0.isClickedAtOnce ? $0.shown.last?.number : nil }) {
            try? emit("ActionInvoked", [.uint32(number), .string("default")])
        }
        for watcher in watchers { watcher.resume() }
        return answer
    }

    private static func answer(_ call: IncomingCall, _ state: inout State) -> CallAnswer {
        switch call.member {
        case "GetCapabilities":
            return .reply([.array(state.capabilities.map(Value.string), of: "s")])
        case "Notify":
            guard let shown = Shown(call.arguments, last: state.last) else {
                return .failure(ErrorReply(.invalidArguments, "Notify"))
            }
            state.last = max(state.last, shown.number)
            state.shown.append(shown)
            if state.isHanging {
                return .failure(ErrorReply("org.freedesktop.DBus.Error.NoReply", "no answer in time"))
            }
            return .reply([.uint32(shown.number)])
        case "CloseNotification":
            if case .uint32(let number)? = call.arguments.first { state.closed.append(number) }
            return .reply([])
        default: return .failure(ErrorReply(.unknownMethod, "no \(call.member)"))
        }
    }

    public func callerLeft(_ caller: BusName) {}

    /// What the user does.
    public func emit(_ member: MemberName, _ arguments: [Value], from other: BusConnection? = nil) throws {
        let caller = state.withLock(\.caller)
        try (other ?? connection).emit(
            Signal(
                path: Self.path, interface: Self.interface, member: member, arguments,
                destination: caller))
    }

    /// What `look` gives as soon as it gives anything.
    private func until<Result: Sendable>(_ look: (State) -> Result?) async -> Result {
        while true {
            if let result = state.withLock({ look($0) }) { return result }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if look(state) != nil { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// The notification of that place, once it was shown.
    public func shown(_ count: Int) async -> Shown {
        await until { $0.shown.count >= count ? $0.shown[count - 1] : nil }
    }

    /// Returns once it was closed.
    public func closed(_ number: UInt32) async { await until { $0.closed.contains(number) ? () : nil } }
}

extension FakeNotificationServer.Shown {
    init?(_ arguments: [Value], last: UInt32) {
        guard arguments.count == 8, case .uint32(let old) = arguments[1], case .string(let title) = arguments[3],
            case .string(let body) = arguments[4], case .array(let actions, _) = arguments[5],
            case .fields(let hints) = arguments[6], case .int32 = arguments[7]
        else { return nil }
        let names = actions.enumerated().compactMap { index, value -> String? in
            guard index % 2 == 0, case .string(let name) = value else { return nil }
            return name
        }
        var urgency: UInt8 = 255
        if case .byte(let level)? = hints.first(where: { $0.name == "urgency" })?.value { urgency = level }
        self.init(
            number: old == 0 ? last + 1 : old, replaces: old, title: title, body: body, actions: names,
            urgency: urgency, isSilent: hints.contains { $0.name == "suppress-sound" })
    }
}
