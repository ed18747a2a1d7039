internal import Digests

/// The client of SCRAM (RFC 5802, RFC 7677), with the checks of XEP-0474 and XEP-0515.
///
/// It never sees the password: it asks for keys (`SASLReply.derive`) unless the ones it was given fit.
public struct SCRAMClient: SASLClient {
    private enum State {
        case fresh
        case saidFirst(bare: [UInt8])
        case wantsKeys(SCRAMDerivation, SCRAMExchange)
        case provedOurselves(serverSignature: [UInt8])
        case serverProved
        case over
    }

    public let mechanism: Mechanism
    private let hash: SCRAMHash
    private let header: [UInt8]
    private let bindingData: [UInt8]
    private let username: String
    private let nonce: ClientNonce
    private let keys: SCRAMKeys?
    private let evidence: OfferEvidence
    private let listHashRule: ListHashRule
    private let limits: SCRAMLimits
    private var state = State.fresh

    /// - Parameters:
    ///   - binding: whether and how the login is bound to the connection; `.bound` makes it a -PLUS mechanism.
    ///   - username: the prepared local part; escaped here.
    ///   - authorizationIdentity: the JID to act as; `nil` is the user's own, which is what servers expect.
    ///   - keys: keys of an earlier login; ignored when salt, count or hash have changed.
    ///   - evidence: what the server offered, as received.
    public init(
        hash: SCRAMHash, binding: GS2Binding, username: String, authorizationIdentity: String? = nil,
        nonce: ClientNonce, keys: SCRAMKeys? = nil, evidence: OfferEvidence,
        listHashRule: ListHashRule = .whenPresent, limits: SCRAMLimits = SCRAMLimits()
    ) throws(SASLError) {
        if case .bound = binding { mechanism = .scramPlus(hash) } else { mechanism = .scram(hash) }
        self.hash = hash
        var header = Array("\(binding.flag),".utf8)
        if let authorizationIdentity { header += Array("a=".utf8) + (try SASLName.escaped(authorizationIdentity)) }
        self.header = header + [UInt8(ascii: ",")]
        bindingData = binding.data
        self.username = username
        self.nonce = nonce
        self.keys = keys
        self.evidence = evidence
        self.listHashRule = listHashRule
        self.limits = limits
    }

    public mutating func start() throws(SASLError) -> [UInt8] {
        guard case .fresh = takeState() else { throw .outOfOrder }
        let bare = Array("n=".utf8) + (try SASLName.escaped(username)) + Array(",r=\(nonce.text)".utf8)
        state = .saidFirst(bare: bare)
        return header + bare
    }

    public mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply {
        switch takeState() {
        case .saidFirst(let bare):
            return try answer(SCRAMServerFirst(challenge, limits: limits), raw: challenge, bare: bare)
        case .provedOurselves(let signature):
            try verify(challenge, against: signature)
            state = .serverProved
            return .send([])
        case .fresh, .wantsKeys, .serverProved, .over:
            throw .outOfOrder
        }
    }

    public mutating func resume(with keys: SCRAMKeys) throws(SASLError) -> [UInt8] {
        guard case .wantsKeys(let derivation, let exchange) = takeState() else { throw .outOfOrder }
        guard keys.derivation == derivation else { throw .keysDoNotFit }
        return try prove(exchange, with: keys)
    }

    public mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        switch takeState() {
        case .provedOurselves(let signature):
            try verify(additional ?? [], against: signature)
        case .serverProved:
            guard additional?.isEmpty ?? true else { throw .outOfOrder }
        case .fresh, .saidFirst, .wantsKeys, .over:
            throw .serverNotVerified
        }
    }

    /// The state, leaving `over` behind: only a step that succeeds puts a new one.
    private mutating func takeState() -> State {
        defer { state = .over }
        return state
    }

    private mutating func answer(
        _ first: SCRAMServerFirst, raw: [UInt8], bare: [UInt8]
    ) throws(SASLError) -> SASLReply {
        let ours = nonce.text.utf8
        guard first.nonce.count > ours.count, first.nonce.starts(with: ours) else { throw .nonceMismatch }
        try checkOffer(first)
        let exchange = SCRAMExchange(
            clientFirstBare: bare, serverFirst: raw, bindingInput: header + bindingData, nonce: first.nonce)
        let derivation = SCRAMDerivation(hash: hash, salt: first.salt, iterations: first.iterations)
        if let keys, keys.derivation == derivation { return .send(try prove(exchange, with: keys)) }
        state = .wantsKeys(derivation, exchange)
        return .derive(derivation)
    }

    private func checkOffer(_ first: SCRAMServerFirst) throws(SASLError) {
        if let listHash = first.listHash {
            guard listHash.elementsEqual(try evidence.listHash(hash).utf8) else { throw .listTampered }
        } else if listHashRule == .required {
            throw .listUnsigned
        }
        if let version = first.tlsVersion {
            guard version.elementsEqual(evidence.tlsVersionText.utf8) else { throw .tlsVersionMismatch }
        }
    }

    private mutating func prove(_ exchange: SCRAMExchange, with keys: SCRAMKeys) throws(SASLError) -> [UInt8] {
        let (proof, serverSignature) = try keys.prove(exchange.authMessage)
        state = .provedOurselves(serverSignature: serverSignature)
        return exchange.clientFinalWithoutProof + Array(",p=".utf8) + Base64.encodeBytes(proof)
    }

    private func verify(_ final: [UInt8], against signature: [UInt8]) throws(SASLError) {
        guard !final.isEmpty else { throw .serverNotVerified }
        let first = try SCRAMAttributes(final, limits: limits).list[0]
        if first.key == "e" { throw .refusedByServer(String(decoding: first.value, as: UTF8.self)) }
        guard first.key == "v", let theirs = Base64.decode(first.value) else { throw .malformed }
        guard ConstantTime.equal(theirs, signature) else { throw .serverNotVerified }
    }
}
