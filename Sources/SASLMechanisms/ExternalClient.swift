/// The client of EXTERNAL (RFC 4422 appendix A): TLS has shown the certificate already (XEP-0178).
public struct ExternalClient: SASLClient {
    public let mechanism = Mechanism.external
    private let message: [UInt8]
    private var course = SingleMessage()

    /// `authorizationIdentity` is the JID to act as; `nil` leaves it to the certificate, which must name just one.
    ///
    /// Errors: `unusableCredential` when it is empty, too long or has a NUL.
    public init(authorizationIdentity: String?) throws(SASLError) {
        if let authorizationIdentity { message = try SASLName.checked(authorizationIdentity) } else { message = [] }
    }

    public mutating func start() throws(SASLError) -> [UInt8] {
        try course.say()
        return message
    }

    public mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply {
        throw course.challenged()
    }

    public mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        try course.succeed(with: additional)
    }
}
