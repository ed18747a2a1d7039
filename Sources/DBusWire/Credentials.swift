/// What the bus knows about the program behind a unique name.
public struct Credentials: Equatable, Sendable {
    public var user: UInt32
    /// Absent when the bus does not know it.
    public var process: UInt32?

    public init(user: UInt32, process: UInt32? = nil) {
        self.user = user
        self.process = process
    }

    /// Reads the answer to `GetConnectionCredentials`; nil when it names no user.
    init?(_ reply: [Value]) {
        guard case .fields(let fields)? = reply.first else { return nil }
        var user: UInt32?
        var process: UInt32?
        for field in fields {
            if case .uint32(let number) = field.value {
                if field.name == "UnixUserID" { user = number }
                if field.name == "ProcessID" { process = number }
            }
        }
        guard let user else { return nil }
        self.init(user: user, process: process)
    }
}
