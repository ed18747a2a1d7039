import Glibc

/// Paths as the user wrote them.
enum FileText {
    /// The path from the root on; the daemon works in another folder than we do.
    static func path(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }
}
