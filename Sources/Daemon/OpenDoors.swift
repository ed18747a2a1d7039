import BusServer
import DBusWire
import Glibc
import Logging
import SocketWire

/// The ways into the daemon: the session bus, the socket, or both; one must be there.
final class OpenDoors {
    private static let name = BusName(trusted: "org.saluton.Saluton1")

    /// nil where there is no bus, or none is wanted.
    let connection: BusConnection?
    private let place: String?
    private let lock: InstanceLock?
    private var socket: SocketDoor?

    /// Takes what `SALUTON_DOOR` allows, and lets nobody in yet.
    init(folders: Folders, log: Logger) async throws(Failure) {
        guard let choice = DoorChoice(environment: { getenv($0).map { String(cString: $0) } }) else {
            throw Failure("SALUTON_DOOR is bus, socket or nothing.", code: .configuration)
        }
        connection = choice == .socket ? nil : try await Self.bus(isNeeded: choice == .bus, log)
        lock = choice == .bus ? nil : try InstanceLock(folder: folders.runtime, name: "api.lock")
        place = lock == nil ? nil : folders.runtime + "/api.sock"
        guard place == nil, choice != .bus else { return }
        // A daemon with other data, on another bus, was first.
        guard connection != nil else {
            throw Failure("Another daemon serves \(folders.runtime)/api.sock.", code: .unavailable)
        }
        log.warning("another daemon serves the socket", metadata: ["folder": "\(folders.runtime)"])
    }

    private static func bus(isNeeded: Bool, _ log: Logger) async throws(Failure) -> BusConnection? {
        do throws(WireError) {
            return try await BusConnection.open(.session)
        } catch {
            guard isNeeded else {
                log.notice("no session bus: the socket alone is served")
                return nil
            }
            throw Failure(
                "There is no session bus: \(error).  Log in to a desktop, or run it by dbus-run-session.",
                code: .unavailable)
        }
    }

    /// Lets callers in.
    func open(to tree: ObjectTree) async throws {
        if let connection {
            DBusDoor(tree: tree, connection: connection).open()
            guard try await connection.requestName(Self.name) == .owner else {
                throw Failure("Somebody else has the bus name \(Self.name.rawValue).", code: .unavailable)
            }
        }
        guard let place else { return }
        let door: SocketDoor
        do throws(WireError) {
            door = try SocketDoor(tree: tree, path: place)
            try door.open()
        } catch {
            throw Failure("The socket cannot be opened: \(error).", code: .configuration)
        }
        socket = door
    }

    func close() {
        socket?.close()
        connection?.close()
    }
}
