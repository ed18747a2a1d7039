/// What the roster says of an address, as far as authority depends on it (RFC 6121 §2.1.2.5).
public struct ContactStanding: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// We see their presence (`to`, `both`).
    public static let seen = ContactStanding(rawValue: 1)
    /// They see our presence (`from`, `both`): telling them that we are online tells nothing new.
    public static let sees = ContactStanding(rawValue: 2)
    /// We asked to see theirs (`ask='subscribe'`).
    public static let asked = ContactStanding(rawValue: 4)
    /// They are in the roster, with whatever subscription.
    public static let listed = ContactStanding(rawValue: 8)

    /// Whether this makes somebody a contact.
    public var isContact: Bool { !intersection([.seen, .sees, .asked]).isEmpty }
}
