import Digests
import Testing

@testable import SASLMechanisms

@Suite("PLAIN, EXTERNAL, ANONYMOUS and tokens")
struct OtherMechanismTests {
    @Test("PLAIN says what RFC 4616 prints", arguments: Vectors.scram.saslPlain)
    func plain(sample: SCRAMVectors.Plain) throws {
        var client = try PlainClient(
            username: sample.authcid, password: Secret(utf8: sample.password),
            authorizationIdentity: sample.authzid.isEmpty ? nil : sample.authzid)
        #expect(Base64.encode(try client.start()) == sample.messageB64)
        try client.succeed(with: nil)
    }

    @Test("PLAIN refuses what would move a boundary")
    func plainBoundaries() {
        let long = String(repeating: "a", count: 1_025)
        for (name, password, identity) in [
            ("", "p", nil), ("u", "", nil), ("u\0x", "p", nil), ("u", "p\0x", nil), ("u", "p", "a\0b"), ("u", "p", ""),
            (long, "p", nil), ("u", long, nil),
        ] as [(String, String, String?)] {
            #expect(throws: SASLError.unusableCredential) {
                try PlainClient(username: name, password: Secret(utf8: password), authorizationIdentity: identity)
            }
        }
    }

    @Test("EXTERNAL says what RFC 6120 §6.4.2 prints", arguments: Vectors.scram.saslExternal)
    func external(sample: SCRAMVectors.External) throws {
        var client = try ExternalClient(authorizationIdentity: sample.authzid)
        // Empty bytes are written as "=" by the stream.
        #expect(Base64.encode(try client.start()) == sample.initialResponseB64 ?? "")
        #expect((sample.initialResponse == "=") == (sample.authzid == nil))
        try client.succeed(with: [])
        #expect(throws: SASLError.unusableCredential) { try ExternalClient(authorizationIdentity: "") }
    }

    @Test("Tokens say and expect what the draft computes")
    func tokens() throws {
        let vectors: HashedTokens = Vectors.load("hashed_token")
        #expect(vectors.cases.count == TokenBinding.allCases.count)
        for sample in vectors.cases {
            guard case .hashedToken(let binding) = try #require(Mechanism(name: sample.mechanism)) else { continue }
            #expect(binding.type?.rawValue == sample.type)
            let data = try #require(Hex.decode(sample.bindingDataHex))
            let fresh = try HashedTokenClient(
                binding: binding, data: binding.type.flatMap { ChannelBinding(type: $0, data: data) },
                username: sample.username, token: Secret(utf8: sample.token))
            var client = fresh
            #expect(Hex.encode(try client.start()) == sample.initiatorHex)
            let proof = try #require(Hex.decode(sample.responderHex))
            let asked = client
            try client.succeed(with: proof)
            #expect(throws: SASLError.serverNotVerified) { try client.succeed(with: proof) }
            for wrong in [nil, [], Array(proof.dropLast()), Array(proof.reversed())] as [[UInt8]?] {
                var client = asked
                #expect(throws: SASLError.serverNotVerified) { try client.succeed(with: wrong) }
                #expect(throws: SASLError.serverNotVerified) { try client.succeed(with: proof) }
            }
            client = fresh
            #expect(throws: SASLError.serverNotVerified) { try client.succeed(with: proof) }
            client = asked
            #expect(throws: SASLError.outOfOrder) { try client.respond(to: []) }
            client = asked
            #expect(throws: SASLError.outOfOrder) { try client.start() }
        }
    }

    @Test("A token goes with the binding it was issued for, and only that")
    func tokenBindings() throws {
        let exporter = try #require(ChannelBinding(type: .tlsExporter, data: [1]))
        let token = Secret(utf8: "t")
        for (binding, data) in [(TokenBinding.exporter, nil), (.endPoint, exporter), (.none, exporter)] {
            #expect(throws: SASLError.unusableCredential) {
                try HashedTokenClient(binding: binding, data: data, username: "u", token: token)
            }
        }
        #expect(throws: SASLError.unusableCredential) {
            try HashedTokenClient(binding: .none, data: nil, username: "u", token: Secret([]))
        }
        #expect(throws: SASLError.unusableCredential) {
            var client = try HashedTokenClient(binding: .none, data: nil, username: "u\0", token: token)
            _ = try client.start()
        }
    }

    @Test("One message, then success or nothing")
    func courses() throws {
        let fresh: [any SASLClient] = [
            AnonymousClient(), try ExternalClient(authorizationIdentity: nil),
            try PlainClient(username: "u", password: Secret(utf8: "p")),
        ]
        for machine in fresh {
            var client = machine
            #expect(throws: SASLError.outOfOrder) { try client.succeed(with: nil) }
            #expect(throws: SASLError.outOfOrder) { try client.start() }
            client = machine
            _ = try client.start()
            let said = client
            #expect(throws: SASLError.outOfOrder) { try client.respond(to: []) }
            #expect(throws: SASLError.outOfOrder) { try client.succeed(with: nil) }
            client = said
            #expect(throws: SASLError.outOfOrder) { try client.succeed(with: [1]) }
            client = said
            #expect(throws: SASLError.outOfOrder) { try client.start() }
            client = said
            try client.succeed(with: nil)
            #expect(throws: SASLError.outOfOrder) { try client.succeed(with: nil) }
            let keys = SCRAMKeys(
                derivation: SCRAMDerivation(hash: .sha1, salt: [], iterations: 1), clientKey: Secret([]),
                serverKey: Secret([]))
            #expect(throws: SASLError.outOfOrder) { _ = try client.resume(with: keys) }
        }
        var anonymous = AnonymousClient()
        #expect(try anonymous.start().isEmpty)
    }

    @Test("Every mechanism has one name, and no other name is a mechanism")
    func names() {
        for mechanism in Mechanism.all {
            #expect(Mechanism(name: mechanism.name) == mechanism)
            #expect(Mechanism.isWellFormed(mechanism.name))
        }
        #expect(Set(Mechanism.all.map(\.name)).count == 12)
        for name in ["", "scram-sha-1", "SCRAM-SHA-384", "DIGEST-MD5", "HT-SHA-256-UNIQ", "SCRAM-SHA-1-PLUS "] {
            #expect(Mechanism(name: name) == nil)
        }
    }
}
