/// A contact to be added, as a frontend asks for it.
public struct ContactWish: Sendable {
    public var name: String?
    public var groups: [String]?
    /// Ask to see their presence.
    public var subscribe: Bool
    /// A text for that request.
    public var message: String?
    /// Let them see ours without asking, where the server can remember that (RFC 6121 §3.4).
    public var approve: Bool

    public init(name: String?, groups: [String]?, subscribe: Bool, message: String?, approve: Bool) {
        self.name = name
        self.groups = groups
        self.subscribe = subscribe
        self.message = message
        self.approve = approve
    }
}
