/// All that the choice of a mechanism depends on.
public struct LoginSituation: Hashable, Sendable {
    /// Which protocol carries the login.
    public enum Profile: Hashable, Sendable {
        /// RFC 6120 §6.
        case sasl
        /// XEP-0388.
        case sasl2
    }

    /// What is known of the server's certificate.
    public enum Certificate: Hashable, Sendable {
        /// It belongs to the account's domain, and the system's or the account's authorities vouch for it.
        case verified
        /// The user has accepted it against the rules.
        case overridden
    }

    public var profile: Profile
    /// As offered, of this profile.
    public var mechanisms: [String]
    /// As announced (XEP-0440); `nil` when the feature was absent.
    public var bindingTypes: [String]?
    /// Mechanisms of `<fast/>` (XEP-0484); empty without.
    public var tokenMechanisms: [String]
    /// The types for which this TLS connection gives data.
    public var available: Set<ChannelBindingType>
    /// Types which the server is known to take even when it does not say so; the pinned one is always among them.
    public var known: Set<ChannelBindingType>
    public var credentials: LoginCredentials
    public var certificate: Certificate
    public var pin: LoginPin

    public init(
        profile: Profile, mechanisms: [String], bindingTypes: [String]?, tokenMechanisms: [String] = [],
        available: Set<ChannelBindingType>, known: Set<ChannelBindingType> = [], credentials: LoginCredentials,
        certificate: Certificate, pin: LoginPin
    ) {
        self.profile = profile
        self.mechanisms = mechanisms
        self.bindingTypes = bindingTypes
        self.tokenMechanisms = tokenMechanisms
        self.available = available
        self.known = known
        self.credentials = credentials
        self.certificate = certificate
        self.pin = pin
    }
}
