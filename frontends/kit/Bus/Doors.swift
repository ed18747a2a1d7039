public import DBusWire
@preconcurrency internal import Glibc
internal import SocketWire

/// The ways to the daemon that may be taken.
public struct Doors: Sendable {
    /// nil: never the bus.
    public var bus: BusAddress?
    /// The socket's path, taken where there is no bus; nil: never the socket.
    public var socket: String?

    public init(bus: BusAddress?, socket: String? = nil) {
        self.bus = bus
        self.socket = socket
    }

    /// As `SALUTON_DOOR` says: `bus`, `socket`, or nothing for the first that is there.
    public static var ofProcess: Doors {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let socket = SocketPlace.path(environment: variable)
        return switch DoorChoice(environment: variable) {
        case .bus?: Doors(bus: .session)
        case .socket?: Doors(bus: nil, socket: socket)
        case .both?, nil: Doors(bus: .session, socket: socket)
        }
    }
}
