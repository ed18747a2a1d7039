public import BusAPI
public import DBusWire
internal import Glibc

/// The way to the daemon: a connection to the bus and who owns the daemon's name, or one to its socket.
///
/// On the bus every call goes to that one owner, whose user was checked: another program that takes the name later gets
/// nothing.
public struct Daemon: Sendable {
    public static let name: BusName = "org.saluton.Saluton1"
    public static let root: ObjectPath = "/org/saluton/Saluton1"

    /// How it is reached.
    enum Way: Sendable {
        /// The owner is the unique name of the daemon's connection.
        case bus(BusConnection, owner: BusName)
        case socket(SocketClient)
    }

    let way: Way
    /// Its process, where the bus or the socket knows it.
    public let process: UInt32?

    /// The unique name of the daemon's connection; nil at the socket.
    public var owner: BusName? { if case .bus(_, let owner) = way { owner } else { nil } }

    /// For the proxies of its objects.
    public var client: PinnedClient { PinnedClient(way: way) }
    public var manager: Manager1Proxy { Manager1Proxy(client, Self.root) }

    /// Connects to the bus and finds the daemon; starts it where none is running.
    public static func reach(
        _ address: BusAddress = .session, start: DaemonStart = .beside
    ) async throws(Unreachable) -> Daemon {
        try await reach(address, start: start, as: getuid())
    }

    static func reach(
        _ address: BusAddress, start: DaemonStart, as user: UInt32
    ) async throws(Unreachable) -> Daemon {
        let bus: BusConnection
        do throws(WireError) { bus = try await BusConnection.open(address) } catch { throw Unreachable(error) }
        do throws(Unreachable) {
            var owner = try await currentOwner(bus)
            if owner == nil { owner = try await started(bus, start) }
            guard let owner else { throw Unreachable.didNotStart("it left the bus at once") }
            return try await checked(bus, owner, user)
        } catch {
            bus.close()
            throw error
        }
    }

    /// Ends the connection; whatever the daemon kept for us goes with it.
    public func close() {
        switch way {
        case .bus(let bus, owner: _): bus.close()
        case .socket(let client): client.close()
        }
    }

    static func currentOwner(_ bus: BusConnection) async throws(Unreachable) -> BusName? {
        do throws(WireError) { return try await bus.owner(of: name) } catch { throw Unreachable(error) }
    }

    /// Refuses an owner that runs as another user: it would learn passwords and messages.
    static func checked(
        _ bus: BusConnection, _ owner: BusName, _ us: UInt32
    ) async throws(Unreachable) -> Daemon {
        let answer: [Value]
        do throws(WireError) {
            answer = try await bus.call(Self.bus(call: "GetConnectionCredentials", [.string(owner.rawValue)]))
        } catch {
            throw Unreachable(error)
        }
        guard case .fields(let fields)? = answer.first else { throw .busFailed("it does not say who \(owner) is") }
        func number(_ name: String) -> UInt32? {
            guard case .uint32(let number)? = fields.first(where: { $0.name == name })?.value else { return nil }
            return number
        }
        guard let user = number("UnixUserID") else { throw .busFailed("it does not say who \(owner) is") }
        guard user == us else { throw .foreign(user: user) }
        return Daemon(way: .bus(bus, owner: owner), process: number("ProcessID"))
    }

    /// Lets the bus start the daemon; where it knows none, starts it ourselves and waits for the name.
    private static func started(_ bus: BusConnection, _ start: DaemonStart) async throws(Unreachable) -> BusName? {
        let call = Self.bus(call: "StartServiceByName", [.string(name.rawValue), .uint32(0)])
        do throws(WireError) {
            _ = try await bus.call(call)
        } catch .remote(let reply) where reply.name == "org.freedesktop.DBus.Error.ServiceUnknown" {
            return try await launched(bus, start)
        } catch .remote(let reply) {
            throw .didNotStart(reply.message)
        } catch {
            throw Unreachable(error)
        }
        return try await currentOwner(bus)
    }

    private static func launched(_ bus: BusConnection, _ start: DaemonStart) async throws(Unreachable) -> BusName? {
        let changes: AsyncStream<Delivery>
        do throws(WireError) { changes = try await bus.subscribe(ownerChanges) } catch { throw Unreachable(error) }
        let words = try await start.launch()
        if let owner = try await currentOwner(bus) { return owner }
        let deadline = Deadline(.seconds(20))
        let appeared = await deadline.first(of: changes) { delivery in
            guard case .signal(let signal) = delivery, case .string(let new)? = signal.arguments.last else {
                return true
            }
            return !new.isEmpty
        }
        guard appeared else {
            let reason = "it did not appear on the bus within 20 seconds"
            throw .didNotStart(words.isEmpty ? reason : "\(reason); it says: \(words)")
        }
        return try await currentOwner(bus)
    }

    /// Says when the daemon's name comes or goes.
    static var ownerChanges: MatchRule {
        MatchRule(
            sender: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
            member: "NameOwnerChanged", firstArgument: name.rawValue)
    }

    private static func bus(call member: MemberName, _ arguments: [Value]) -> MethodCall {
        MethodCall(
            to: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus", member: member, arguments)
    }
}

extension Unreachable {
    /// What a failure on the wire means while the daemon is looked for.
    init(_ error: WireError) {
        switch error {
        case .noBus(let reason): self = .noBus(reason)
        case .remote(let reply): self = .busFailed(reply.message)
        default: self = .busFailed("\(error)")
        }
    }
}
