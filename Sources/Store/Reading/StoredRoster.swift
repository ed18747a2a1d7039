public import Domain

/// An account's roster as last heard from the server.
public struct StoredRoster: Hashable, Sendable {
    /// In the order of addresses.
    public let contacts: [Contact]
    /// What to ask the server with (RFC 6121 §2.6); `nil`: the server does not keep versions, or nothing was heard yet.
    public let version: String?
}
