/// Which ways lead to the daemon: the environment's `SALUTON_DOOR`.
public enum DoorChoice: String, Sendable {
    /// The session bus alone.
    case bus
    /// The socket alone.
    case socket
    /// The bus, and the socket where there is none.
    case both = ""

    /// nil when the variable holds something else.
    public init?(environment: (String) -> String?) { self.init(rawValue: environment("SALUTON_DOOR") ?? "") }
}
