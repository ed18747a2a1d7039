public import DBusWire
internal import Glibc

/// The way to the daemon: a connection to the bus, and who owns the daemon's name.
///
/// Every call goes to that one owner, whose user was checked: another program that takes the name later gets nothing.
public struct Daemon: Sendable {
    public static let name: BusName = "org.saluton.Saluton1"
    public static let root: ObjectPath = "/org/saluton/Saluton1"

    public let bus: BusConnection
    /// The unique name of the daemon's connection.
    public let owner: BusName
    /// Its process, where the bus knows it.
    public let process: UInt32?

    /// Connects to the bus and finds the daemon; starts it where none is running.
    public static func reach(
        _ address: BusAddress = .session, start: DaemonStart = .beside
    ) async throws(DaemonError) -> Daemon {
        let bus: BusConnection
        do { bus = try await BusConnection.open(address) } catch { throw DaemonError(error) }
        do throws(DaemonError) {
            var owner = try await currentOwner(bus)
            if owner == nil { owner = try await started(bus, start) }
            guard let owner else { throw DaemonError.unreachable(.didNotStart("it left the bus at once")) }
            return try await checked(bus, owner)
        } catch {
            bus.close()
            throw error
        }
    }

    /// Ends the connection; whatever the daemon kept for us goes with it.
    public func close() { bus.close() }

    private static func currentOwner(_ bus: BusConnection) async throws(DaemonError) -> BusName? {
        do { return try await bus.owner(of: name) } catch { throw DaemonError(error) }
    }

    /// Refuses an owner that runs as another user: it would learn passwords and messages.
    private static func checked(_ bus: BusConnection, _ owner: BusName) async throws(DaemonError) -> Daemon {
        let answer = try await ask(bus, "GetConnectionCredentials", [.string(owner.rawValue)])
        guard case .fields(let fields)? = answer.first else { throw .unexpected("the bus does not say who \(owner) is") }
        func number(_ name: String) -> UInt32? {
            guard case .uint32(let number)? = fields.first(where: { $0.name == name })?.value else { return nil }
            return number
        }
        guard let user = number("UnixUserID") else { throw .unexpected("the bus does not say who \(owner) is") }
        guard user == getuid() else { throw .unreachable(.foreign(user: user)) }
        return Daemon(bus: bus, owner: owner, process: number("ProcessID"))
    }

    /// Lets the bus start the daemon; where it knows none, starts it ourselves and waits for the name.
    private static func started(_ bus: BusConnection, _ start: DaemonStart) async throws(DaemonError) -> BusName? {
        do throws(DaemonError) {
            _ = try await ask(bus, "StartServiceByName", [.string(name.rawValue), .uint32(0)])
        } catch .gone {
            return try await launched(bus, start)
        } catch .unexpected(let reason) {
            throw .unreachable(.didNotStart(reason))
        }
        return try await currentOwner(bus)
    }

    private static func launched(_ bus: BusConnection, _ start: DaemonStart) async throws(DaemonError) -> BusName? {
        let rule = MatchRule(
            sender: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
            member: "NameOwnerChanged", firstArgument: name.rawValue)
        let changes: AsyncStream<Delivery>
        do { changes = try await bus.subscribe(rule) } catch { throw DaemonError(error) }
        try await start.launch()
        if let owner = try await currentOwner(bus) { return owner }
        let deadline = Deadline(.seconds(20))
        let appeared = await deadline.first(of: changes) { delivery in
            guard case .signal(let signal) = delivery, case .string(let new)? = signal.arguments.last else { return true }
            return !new.isEmpty
        }
        guard appeared else { throw .unreachable(.didNotStart("it did not appear on the bus within 20 seconds")) }
        return try await currentOwner(bus)
    }

    private static func ask(
        _ bus: BusConnection, _ member: MemberName, _ arguments: [Value]
    ) async throws(DaemonError) -> [Value] {
        let call = MethodCall(
            to: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus", member: member, arguments)
        do { return try await bus.call(call) } catch { throw DaemonError(error) }
    }
}
