/// What is kept for logging in; secrets only as the backend sealed them.
public struct StoredLogin: Hashable, Sendable {
    /// The sealed password; `nil`: it is kept elsewhere, or there is none.
    public var sealedSecret: [UInt8]?
    /// The sealed token for quick re-authentication (XEP-0484); `nil`: none.
    public var sealedToken: [UInt8]?
    /// What was used before and must not get weaker, in the backend's own notation; `nil`: never logged in.
    public var pin: String?

    public init(sealedSecret: [UInt8]? = nil, sealedToken: [UInt8]? = nil, pin: String? = nil) {
        self.sealedSecret = sealedSecret
        self.sealedToken = sealedToken
        self.pin = pin
    }
}
