public import Digests

/// The client of HT-SHA-256-* (draft-schmaus-kitten-sasl-ht-09), with a token of XEP-0484.
public struct HashedTokenClient: SASLClient {
    private enum State { case fresh, said, over }

    public let mechanism: Mechanism
    private let username: String
    private let token: Secret
    private let bindingData: [UInt8]
    private var state = State.fresh

    /// - Parameters:
    ///   - binding: the connection's binding, of the type that the token was issued for.
    ///   - token: the bytes of the `token` attribute, as received.
    ///
    /// Errors: `unusableCredential` when binding and data do not go together or the token is empty or above
    /// 4,096 octets.
    public init(
        binding: TokenBinding, data: ChannelBinding?, username: String, token: Secret
    ) throws(SASLError) {
        guard data?.type == binding.type, (1...4_096).contains(token.count) else { throw .unusableCredential }
        mechanism = .hashedToken(binding)
        self.username = username
        self.token = token
        bindingData = data?.data ?? []
    }

    public mutating func start() throws(SASLError) -> [UInt8] {
        let before = state
        state = .over
        guard before == .fresh else { throw .outOfOrder }
        let message = try SASLName.checked(username) + [0] + code("Initiator")
        state = .said
        return message
    }

    public mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply {
        state = .over
        throw .outOfOrder
    }

    public mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        let before = state
        state = .over
        guard before == .said else { throw .serverNotVerified }
        guard let additional, ConstantTime.equal(additional, try code("Responder")) else { throw .serverNotVerified }
    }

    private func code(_ role: String) throws(SASLError) -> [UInt8] {
        do throws(CryptoError) {
            return try MessageCode.hmac(Array(role.utf8) + bindingData, key: token, with: .sha256)
        } catch {
            throw .cryptoFailed
        }
    }
}
