/// What an account has once used: no later login may be weaker, until its user says so.
public struct LoginPin: Hashable, Sendable {
    /// The strongest SCRAM login that succeeded; `nil` before the first.
    public private(set) var strength: LoginStrength?
    /// Whether the plain password stays at home: SCRAM was offered once, or something better was used.
    public private(set) var barsPlain: Bool

    /// A new account, or one whose user has reset its login protection.
    public static let none = LoginPin()

    private init() {
        strength = nil
        barsPlain = false
    }

    /// Notes an offer. Call it for offers over verified TLS only: others prove nothing.
    public mutating func offered(_ mechanisms: [String]) {
        if mechanisms.contains(where: MechanismChoice.isSCRAM) { barsPlain = true }
    }

    /// Notes a login that succeeded. It never weakens the pin.
    public mutating func used(_ choice: MechanismChoice) {
        switch choice.mechanism {
        case .scram, .scramPlus:
            barsPlain = true
            if let new = choice.strength, strength.map({ $0 < new }) ?? true { strength = new }
        case .external, .hashedToken:
            barsPlain = true
        case .plain, .anonymous:
            break
        }
    }

    /// The pin as one line for the store: "", "scram", "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS tls-exporter".
    public var text: String {
        guard let strength else { return barsPlain ? "scram" : "" }
        guard let binding = strength.binding else { return Mechanism.scram(strength.hash).name }
        return "\(Mechanism.scramPlus(strength.hash).name) \(binding.rawValue)"
    }

    /// Reads `text` back; `nil` for anything else.
    public init?(text: String) {
        self.init()
        if text.isEmpty { return }
        barsPlain = true
        if text == "scram" { return }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch (Mechanism(name: parts[0]), parts.count) {
        case (.scram(let hash), 1):
            strength = LoginStrength(binding: nil, hash: hash)
        case (.scramPlus(let hash), 2):
            guard let type = ChannelBindingType(rawValue: parts[1]) else { return nil }
            strength = LoginStrength(binding: type, hash: hash)
        default:
            return nil
        }
    }
}
