/// A SASL mechanism that we speak.
public enum Mechanism: Hashable, Sendable {
    /// SCRAM without channel binding (RFC 5802, RFC 7677).
    case scram(SCRAMHash)
    /// SCRAM with channel binding.
    case scramPlus(SCRAMHash)
    /// A token of XEP-0484, hashed together with the binding.
    case hashedToken(TokenBinding)
    /// The plain password (RFC 4616).
    case plain
    /// What TLS has already proved (RFC 4422 appendix A).
    case external
    /// Nobody in particular (RFC 4505).
    case anonymous

    /// All of them, strongest first within a family.
    public static let all: [Mechanism] =
        TokenBinding.allCases.map(Mechanism.hashedToken)
        + SCRAMHash.allCases.reversed().map(Mechanism.scramPlus)
        + SCRAMHash.allCases.reversed().map(Mechanism.scram)
        + [.external, .plain, .anonymous]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The mechanism of that registered name; `nil` for all that we do not speak.
    public init?(name: String) {
        guard let known = Mechanism.byName[name] else { return nil }
        self = known
    }

    /// The name on the wire.
    public var name: String {
        switch self {
        case .scram(let hash): "SCRAM-\(hash.rawValue)"
        case .scramPlus(let hash): "SCRAM-\(hash.rawValue)-PLUS"
        case .hashedToken(let binding): "HT-SHA-256-\(binding.rawValue)"
        case .plain: "PLAIN"
        case .external: "EXTERNAL"
        case .anonymous: "ANONYMOUS"
        }
    }

    /// Whether a name has the form of RFC 4422 §3.1: 1 to 20 of `A-Z`, `0-9`, `-` and `_`.
    static func isWellFormed(_ name: String) -> Bool {
        (1...20).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }
}
