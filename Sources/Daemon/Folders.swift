import Glibc

/// The folders of this user, after the XDG Base Directory Specification.
struct Folders {
    let data: String
    let runtime: String
    /// What the user writes; not made by us.
    let configuration: String

    /// Errors: `Failure` when no home is known, or a folder cannot be made or is not safe.
    init(environment: @escaping (String) -> String?) throws(Failure) {
        let home = environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        let absolute = { (name: String) in environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let base = absolute("XDG_DATA_HOME") ?? home.map({ $0 + "/.local/share" }) else {
            throw Failure("Neither HOME nor XDG_DATA_HOME is set: there is no place for data.", code: .configuration)
        }
        data = base + "/saluton"
        runtime = (absolute("XDG_RUNTIME_DIR") ?? data) + (absolute("XDG_RUNTIME_DIR") == nil ? "/run" : "/saluton")
        configuration = (absolute("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" } ?? base) + "/saluton"
        try Self.make(data)
        try Self.make(runtime)
    }

    /// Makes a folder with its parents, mode 0700, and checks that it is ours alone.
    private static func make(_ path: String) throws(Failure) {
        var parent = ""
        for part in path.split(separator: "/") {
            parent += "/" + part
            guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
                throw Failure(
                    "The folder \(parent) cannot be made: \(String(cString: strerror(errno))).", code: .configuration)
            }
        }
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == geteuid() else {
            throw Failure("\(path) is not a folder of yours, or is a link: move it away.", code: .configuration)
        }
        guard facts.st_mode & 0o077 == 0 else {
            throw Failure("Others can look into \(path): run chmod 700 on it.", code: .configuration)
        }
    }
}
