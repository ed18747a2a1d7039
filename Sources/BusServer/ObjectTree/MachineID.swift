internal import DBusWire
internal import Glibc

extension ObjectTree {
    /// The answer to `GetMachineId` (D-Bus specification, "org.freedesktop.DBus.Peer").
    func machineID() -> CallAnswer {
        for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
            if let id = Self.firstLine(of: path), id.utf8.count == 32 { return .reply([.string(id)]) }
        }
        return .failure(ErrorReply("org.freedesktop.DBus.Error.FileNotFound", "the machine has no id"))
    }

    private static func firstLine(of path: String) -> String? {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { Glibc.close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(file, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self)
    }
}
