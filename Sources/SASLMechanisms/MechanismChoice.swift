/// Which mechanism to use, and how: a pure function of the situation.
///
/// Order: token, certificate, SCRAM bound, SCRAM unbound, the plain password; within SCRAM the best binding, then the
/// best hash. Nothing weaker than the pin is ever chosen, and nothing is tried a second time with less: a login that
/// failed is the end of the matter, except that a refused token gives way to the password (XEP-0484 §4.1).
public struct MechanismChoice: Hashable, Sendable {
    /// What a SCRAM client says about channel binding; the data comes from the connection.
    public enum Binding: Hashable, Sendable {
        /// GS2 flag `n`.
        case unsupported
        /// GS2 flag `y`.
        case notOffered
        /// GS2 flag `p=`.
        case bound(ChannelBindingType)
    }

    public let mechanism: Mechanism
    /// For SCRAM; `unsupported` for all others.
    public let binding: Binding
    /// For SCRAM: whether the server must have signed its list.
    public let listHashRule: ListHashRule

    init(_ mechanism: Mechanism, binding: Binding = .unsupported, listHashRule: ListHashRule = .whenPresent) {
        self.mechanism = mechanism
        self.binding = binding
        self.listHashRule = listHashRule
    }

    /// Chooses, or refuses with the reason.
    public init(for situation: LoginSituation) throws(SASLError) {
        if let token = MechanismChoice.token(situation) {
            self = token
            return
        }
        switch situation.credentials.identity {
        case .certificate where situation.mechanisms.contains(Mechanism.external.name):
            self.init(.external)
        case .anonymous:
            guard situation.mechanisms.contains(Mechanism.anonymous.name)
            else { throw .noUsableMechanism(offered: situation.mechanisms) }
            self.init(.anonymous)
        case .account, .certificate:
            guard situation.credentials.password != nil
            else { throw .noUsableMechanism(offered: situation.mechanisms) }
            if let scram = try MechanismChoice.scram(situation) {
                self = scram
            } else {
                self = try MechanismChoice.plain(situation)
            }
        }
    }

    /// The strength of a SCRAM choice; `nil` for other mechanisms.
    public var strength: LoginStrength? {
        switch (mechanism, binding) {
        case (.scramPlus(let hash), .bound(let type)): LoginStrength(binding: type, hash: hash)
        case (.scram(let hash), _): LoginStrength(binding: nil, hash: hash)
        default: nil
        }
    }

    /// Whether an offered name is any SCRAM, known to us or not.
    static func isSCRAM(_ name: String) -> Bool { name.hasPrefix("SCRAM-") }

    private static func token(_ situation: LoginSituation) -> MechanismChoice? {
        guard let binding = situation.credentials.token, situation.usableTokens.contains(binding) else { return nil }
        return MechanismChoice(.hashedToken(binding))
    }

    private static func plain(_ situation: LoginSituation) throws(SASLError) -> MechanismChoice {
        let offered = situation.mechanisms
        guard offered.contains(Mechanism.plain.name), situation.credentials.password == .text
        else { throw .noUsableMechanism(offered: offered) }
        guard !offered.contains(where: isSCRAM) else { throw .plainBesideBetter(offered: offered) }
        guard !situation.pin.barsPlain else { throw .downgrade(offered: offered, pinned: situation.pin) }
        guard situation.certificate == .verified else { throw .plainOverUnverified }
        return MechanismChoice(.plain)
    }
}
