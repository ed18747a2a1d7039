/// Where the daemon's socket is.
public enum SocketPlace {
    /// `$XDG_RUNTIME_DIR/saluton/api.sock`; where there is no such folder, `run/api.sock` beside the data; nil when no
    /// home is known either.
    public static func path(environment: (String) -> String?) -> String? {
        func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        if let runtime = absolute("XDG_RUNTIME_DIR") { return runtime + "/saluton/api.sock" }
        guard let data = absolute("XDG_DATA_HOME") ?? absolute("HOME").map({ $0 + "/.local/share" }) else { return nil }
        return data + "/saluton/run/api.sock"
    }
}
