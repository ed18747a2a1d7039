/// What the account can log in with, without the secrets themselves.
public struct LoginCredentials: Hashable, Sendable {
    /// In which form the password is there.
    public enum Password: Hashable, Sendable {
        /// The password itself.
        case text
        /// Only SCRAM keys, for these hashes.
        case keys(Set<SCRAMHash>)
    }

    public var password: Password?
    /// The binding of the FAST token that is there, if one is (XEP-0484).
    public var token: TokenBinding?
    /// Whether TLS has shown a client certificate, or the account is there to be nobody.
    public var identity: Identity

    /// Who the account says it is besides a password.
    public enum Identity: Hashable, Sendable { case account, certificate, anonymous }

    public init(password: Password? = nil, token: TokenBinding? = nil, identity: Identity = .account) {
        self.password = password
        self.token = token
        self.identity = identity
    }

    /// Whether this hash can be used.
    func allows(_ hash: SCRAMHash) -> Bool {
        switch password {
        case .text: true
        case .keys(let hashes): hashes.contains(hash)
        case nil: false
        }
    }
}
