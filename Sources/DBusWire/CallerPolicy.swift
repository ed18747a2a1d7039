internal import Glibc

/// Who may call us.
public struct CallerPolicy: Sendable {
    /// Decides once for each caller, on the bus thread.
    /// Whether somebody may call.
    public let admits: @Sendable (Credentials) -> Bool

    public init(_ admits: @escaping @Sendable (Credentials) -> Bool) { self.admits = admits }

    /// Programs of our own user that are not confined by Flatpak or Snap.
    public static let sameUser = CallerPolicy { credentials in
        guard credentials.user == getuid() else { return false }
        guard let process = credentials.process else { return true }
        return !isConfined(processFolder: "/proc/\(process)")
    }

    /// Whether a process lives in a sandbox that must not reach us.
    static func isConfined(processFolder: String) -> Bool {
        if access(processFolder + "/root/.flatpak-info", F_OK) == 0 { return true }
        // Snaps run under a profile of AppArmor named after them.
        return firstBytes(of: processFolder + "/attr/current").starts(with: "snap.".utf8)
    }

    private static func firstBytes(of path: String) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(file, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }
}
