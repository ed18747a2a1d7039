internal import DBusWire
internal import Glibc

extension Daemon {
    /// Waits until a daemon is there again, and reaches it; starts none: who has ended it may have meant it.
    ///
    /// - Throws: `.noBus` when the session bus went too and there is no socket to take instead; `.foreign`.
    public static func reachAgain(through doors: Doors) async throws(Unreachable) -> Daemon {
        guard let address = doors.bus else { return try await awaitSocket(doors.socket) }
        let bus: BusConnection
        do throws(WireError) {
            bus = try await BusConnection.open(address)
        } catch .noBus(let reason) {
            guard doors.socket != nil else { throw .noBus(reason) }
            return try await awaitSocket(doors.socket)
        } catch {
            throw Unreachable(error)
        }
        do throws(Unreachable) {
            return try await checked(bus, try await awaitOwner(bus), getuid())
        } catch {
            bus.close()
            throw error
        }
    }

    private static func awaitOwner(_ bus: BusConnection) async throws(Unreachable) -> BusName {
        let changes: AsyncStream<Delivery>
        do throws(WireError) { changes = try await bus.subscribe(ownerChanges) } catch { throw Unreachable(error) }
        if let owner = try await currentOwner(bus) { return owner }
        for await _ in changes {
            if let owner = try await currentOwner(bus) { return owner }
        }
        throw .busFailed("it went away")
    }

    private static func awaitSocket(_ path: String?) async throws(Unreachable) -> Daemon {
        while true {
            do throws(Unreachable) {
                return try await reach(socket: path, start: .never)
            } catch {
                if case .foreign = error { throw error }
                guard path != nil, await Deadline(.milliseconds(250)).wait() else { throw error }
            }
        }
    }
}
