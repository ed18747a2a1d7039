/// Where a bus listens.
public enum BusAddress: Equatable, Sendable {
    /// The user's session bus: `DBUS_SESSION_BUS_ADDRESS`, else the socket `bus` in `XDG_RUNTIME_DIR`.
    case session
    /// An address in the D-Bus form, `unix:path=/run/user/1000/bus`.
    case address(String)

    /// The address in the D-Bus form; nil when the environment names no bus.
    func text(environment: (String) -> String?) -> String? {
        switch self {
        case .address(let text): return text
        case .session:
            if let text = environment("DBUS_SESSION_BUS_ADDRESS"), !text.isEmpty { return text }
            guard let folder = environment("XDG_RUNTIME_DIR"), folder.utf8.first == UInt8(ascii: "/") else {
                return nil
            }
            return "unix:path=" + Self.escaped(folder) + "/bus"
        }
    }

    /// D-Bus specification, "Server Addresses": other bytes than these are written `%xx`.
    private static func escaped(_ path: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let plain = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_/.\\*".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
