/// The client of ANONYMOUS (RFC 4505). It sends no trace: who is anonymous says nothing.
public struct AnonymousClient: SASLClient {
    public let mechanism = Mechanism.anonymous
    private var course = SingleMessage()

    public init() {}

    public mutating func start() throws(SASLError) -> [UInt8] {
        try course.say()
        return []
    }

    public mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply {
        throw course.challenged()
    }

    public mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        try course.succeed(with: additional)
    }
}
