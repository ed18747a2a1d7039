/// What an account proves itself with.
public enum AccountLogin: Hashable, Sendable {
    /// A password that a vault keeps.
    case password
    /// A password that a command of the user's prints at each login; nothing is kept.
    case command(String)
    /// Nobody in particular: the server makes up the address (RFC 4505).
    case anonymous
    /// A certificate: the path of a PEM file with the chain and the private key (XEP-0178).
    case external(String)

    /// The word in the store and on the bus.
    public var name: String {
        switch self {
        case .password: "password"
        case .command: "command"
        case .anonymous: "anonymous"
        case .external: "external"
        }
    }

    /// The command or the path; `nil` where there is none.
    public var detail: String? {
        switch self {
        case .password, .anonymous: nil
        case .command(let text), .external(let text): text
        }
    }

    /// `nil` unless the pair is what `name` and `detail` give.
    public init?(name: String, detail: String?) {
        switch (name, detail) {
        case ("password", nil): self = .password
        case ("anonymous", nil): self = .anonymous
        case ("command", let text?): self = .command(text)
        case ("external", let text?): self = .external(text)
        default: return nil
        }
    }
}
