public import Digests

/// The client of PLAIN (RFC 4616). Whether it may be used at all is `MechanismChoice`'s business.
public struct PlainClient: SASLClient {
    public let mechanism = Mechanism.plain
    private let message: Secret
    private var course = SingleMessage()

    /// - Parameters:
    ///   - username: the prepared local part.
    ///   - password: UTF-8 bytes, already prepared (RFC 8265 OpaqueString).
    ///   - authorizationIdentity: the JID to act as; `nil` is the user's own.
    ///
    /// Errors: `unusableCredential` when a part is empty, too long (name 1,023 octets, password 1,024) or has a NUL.
    public init(username: String, password: Secret, authorizationIdentity: String? = nil) throws(SASLError) {
        var start: [UInt8] = []
        if let authorizationIdentity { start += try SASLName.checked(authorizationIdentity) }
        start += [0] + (try SASLName.checked(username)) + [0]
        let isCarriable = password.expose { (1...1_024).contains($0.count) && !$0.contains(0) }
        guard isCarriable else { throw .unusableCredential }
        message = Secret(count: start.count + password.count) { buffer in
            buffer.copyBytes(from: start)
            password.expose { UnsafeMutableRawBufferPointer(rebasing: buffer[start.count...]).copyMemory(from: $0) }
        }
    }

    public mutating func start() throws(SASLError) -> [UInt8] {
        try course.say()
        return message.expose { Array($0) }
    }

    public mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply {
        throw course.challenged()
    }

    public mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        try course.succeed(with: additional)
    }
}
