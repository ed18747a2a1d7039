internal import Glibc

/// Who may call us.
public struct CallerPolicy: Sendable {
    /// Decides once for each caller, on the bus thread.
    let admits: @Sendable (Credentials) -> Bool

    public init(_ admits: @escaping @Sendable (Credentials) -> Bool) { self.admits = admits }

    /// Programs of our own user that are not confined in a Flatpak sandbox.
    public static let sameUser = CallerPolicy { credentials in
        guard credentials.user == getuid() else { return false }
        guard let process = credentials.process else { return true }
        return access("/proc/\(process)/root/.flatpak-info", F_OK) != 0
    }
}
