internal import BusAPI
internal import DBusWire
internal import Glibc
internal import SocketWire

extension Daemon {
    /// Reaches the daemon by the first door that is there: the bus, else the socket.
    public static func reach(
        through doors: Doors, start: DaemonStart = .beside
    ) async throws(Unreachable) -> Daemon {
        guard let bus = doors.bus else { return try await reach(socket: doors.socket, start: start) }
        do throws(Unreachable) {
            return try await reach(bus, start: start)
        } catch .noBus(let reason) {
            guard let socket = doors.socket else { throw .noBus(reason) }
            return try await reach(socket: socket, start: start)
        }
    }

    static func reach(
        socket path: String?, start: DaemonStart, as user: UInt32 = getuid()
    ) async throws(Unreachable) -> Daemon {
        guard let path else { throw .noSocket("neither XDG_RUNTIME_DIR nor HOME says where it is") }
        if let socket = try connection(path) { return try await opened(socket, user) }
        let words = try await start.launch()
        // A daemon that somebody else has just started may still be opening its store.
        for _ in 0..<(words.isEmpty ? 1 : 100) {
            if let socket = try connection(path) { return try await opened(socket, user) }
            guard await Deadline(.milliseconds(100)).wait() else { break }
        }
        throw .didNotStart("there is no socket at \(path)" + (words.isEmpty ? "" : "; it says: \(words)"))
    }

    /// nil when nobody listens.
    private static func connection(_ path: String) throws(Unreachable) -> OwnedDescriptor? {
        do throws(UnixSocket.Failure) {
            return try UnixSocket.connect(to: path)
        } catch {
            if error.isNobody { return nil }
            throw .noSocket("\(path): \(error.sentence)")
        }
    }

    private static func opened(_ socket: OwnedDescriptor, _ us: UInt32) async throws(Unreachable) -> Daemon {
        guard let peer = UnixSocket.peer(of: socket) else { throw .noSocket("it does not say whose it is") }
        guard peer.user == us else { throw .foreign(user: peer.user) }
        let client = SocketClient(socket)
        do {
            try await client.listen(false)
        } catch {
            throw .noSocket(error.message)
        }
        return Daemon(way: .socket(client), process: peer.process)
    }
}
