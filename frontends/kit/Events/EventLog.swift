internal import DBusWire
internal import JSONText

/// Events1: the numbered log of everything that changed.
struct EventLog: Sendable {
    struct Page: Sendable {
        var events: [EventShape]
        var newest: UInt64
        var oldest: UInt64
    }

    static let interface: InterfaceName = "org.saluton.Events1"
    let daemon: Daemon

    private var object: BusObject { BusObject(daemon: daemon, path: Daemon.root, interface: Self.interface) }

    /// From now on signals come; the number of the newest event at this moment.
    func subscribe(isWatching: Bool) async throws(DaemonError) -> UInt64 {
        let options: [Value.Field] = isWatching ? [Value.Field("watching", .bool(true))] : []
        return try await object.call("Subscribe", [.fields(options)]).unsigned(0)
    }

    func page(after number: UInt64, account: String?) async throws(DaemonError) -> Page {
        let options = account.map { [Value.Field("account", .string($0))] } ?? []
        let answer = try await object.call("Read", [.uint64(number), .uint32(500), .fields(options)])
        let events = try answer.rows(0).compactMap(EventShape.init(row:))
        return Page(events: events, newest: try answer.unsigned(1), oldest: try answer.unsigned(2))
    }

    /// The signals, as far as the bus lets them through to us.
    func signals() async throws(DaemonError) -> AsyncStream<Delivery> {
        let rule = MatchRule(sender: Daemon.name, path: Daemon.root, interface: Self.interface, member: "Recorded")
        do { return try await daemon.bus.subscribe(rule) } catch { throw DaemonError(error) }
    }
}

/// The signal Recorded.
struct Recorded: Sendable {
    var first: UInt64
    var last: UInt64
    /// Empty where they are too many for a signal.
    var events: [EventShape]

    /// Nil where it is another signal, or not as the API promises.
    init?(_ signal: Signal) {
        guard signal.arguments.count == 3, case .uint64(let first) = signal.arguments[0],
            case .uint64(let last) = signal.arguments[1], case .array(let rows, of: _) = signal.arguments[2]
        else { return nil }
        self.first = first
        self.last = last
        events = rows.compactMap { row in
            guard case .structure(let members) = row else { return nil }
            return EventShape(row: members)
        }
    }
}

extension EventShape {
    /// Reads a row of Read or Recorded; nil where it is none.
    init?(row: [Value]) {
        guard row.count == 6, case .uint64(let number) = row[0], case .int64(let time) = row[1],
            case .string(let kind) = row[2], case .string(let account) = row[3],
            case .string(let conversation) = row[4], case .string(let content) = row[5]
        else { return nil }
        var members: [JSON.Member] = [
            JSON.Member("number", .integer(Int64(clamping: number))), JSON.Member("time", .integer(time)),
            JSON.Member("kind", .string(kind)),
        ]
        if !account.isEmpty { members.append(JSON.Member("account", .string(account))) }
        if !conversation.isEmpty { members.append(JSON.Member("conversation", .string(conversation))) }
        members.append(JSON.Member("event", (try? JSONParser.parse(content)) ?? .object([])))
        self.init(.object(members))
    }
}
