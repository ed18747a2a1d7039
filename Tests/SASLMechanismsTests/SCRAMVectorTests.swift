import Digests
import Foundation
import Testing

@testable import SASLMechanisms

@Suite("SCRAM against the published exchanges")
struct SCRAMVectorTests {
    private static func binding(_ sample: SCRAMVectors.Case) throws -> GS2Binding {
        switch sample.gs2Header.prefix(1) {
        case "n": return .unsupported
        case "y": return .notOffered
        default:
            let name = try #require(sample.gs2Header.dropFirst(2).split(separator: ",").first)
            let type = try #require(ChannelBindingType(rawValue: String(name)))
            let data = try #require(Base64.decode(sample.channelBindingDataB64))
            return .bound(try #require(ChannelBinding(type: type, data: data)))
        }
    }

    private static func client(_ sample: SCRAMVectors.Case, keys: SCRAMKeys? = nil) throws -> SCRAMClient {
        let parts = sample.gs2Header.split(separator: ",", omittingEmptySubsequences: false)
        let evidence = OfferEvidence(mechanisms: [sample.mechanism], bindingTypes: nil, tlsVersion: 0x0304)
        let mechanism = try #require(Mechanism(name: sample.mechanism))
        let hash: SCRAMHash
        switch mechanism {
        case .scram(let found), .scramPlus(let found): hash = found
        default: throw SASLError.malformed
        }
        let client = try SCRAMClient(
            hash: hash, binding: binding(sample), username: sample.username,
            authorizationIdentity: parts[1].isEmpty ? nil : String(parts[1].dropFirst(2)),
            nonce: try #require(ClientNonce(sample.clientNonce)), keys: keys, evidence: evidence)
        #expect(client.mechanism == mechanism)
        return client
    }

    @Test("Every exchange is reproduced, octet for octet", arguments: Vectors.scram.cases)
    func exchange(sample: SCRAMVectors.Case) throws {
        var client = try SCRAMVectorTests.client(sample)
        #expect(String(decoding: try client.start(), as: UTF8.self) == sample.clientFirst)
        guard case .derive(let derivation) = try client.respond(to: Array(sample.serverFirst.utf8)) else {
            Issue.record("no keys were asked for")
            return
        }
        #expect(derivation.iterations == sample.iterations)
        #expect(Base64.encode(derivation.salt) == sample.saltB64)
        let keys = try derivation.keys(password: Secret(utf8: sample.password))
        #expect(keys.clientKey.expose { Base64.encode(Array($0)) } == sample.clientKeyB64)
        #expect(keys.serverKey.expose { Base64.encode(Array($0)) } == sample.serverKeyB64)
        #expect(String(decoding: try client.resume(with: keys), as: UTF8.self) == sample.clientFinal)
        try client.succeed(with: Array(sample.serverFinal.utf8))
    }

    @Test("Keys of an earlier login spare the derivation", arguments: Vectors.scram.cases)
    func cachedKeys(sample: SCRAMVectors.Case) throws {
        var first = try SCRAMVectorTests.client(sample)
        _ = try first.start()
        guard case .derive(let derivation) = try first.respond(to: Array(sample.serverFirst.utf8)) else { return }
        let keys = try derivation.keys(password: Secret(utf8: sample.password))

        var second = try SCRAMVectorTests.client(sample, keys: keys)
        _ = try second.start()
        #expect(
            try second.respond(to: Array(sample.serverFirst.utf8)) == .send(Array(sample.clientFinal.utf8)))
        // The signature may also come as a challenge, before an empty success (RFC 6120 §6.3.10).
        #expect(try second.respond(to: Array(sample.serverFinal.utf8)) == .send([]))
        try second.succeed(with: nil)
    }

    @Test("The list hash is that of XEP-0474", arguments: Vectors.scram.xep0474Hash)
    func listHash(sample: SCRAMVectors.ListHash) throws {
        let evidence = OfferEvidence(
            mechanisms: sample.mechanisms.reversed(), bindingTypes: sample.channelBindings, tlsVersion: 0x0303)
        let hash = try #require(SCRAMHash(rawValue: sample.hash))
        #expect(try evidence.listHash(hash) == sample.hB64)
    }

    @Test("The keys prove the full example of XEP-0474 §6.3, with its optional attribute x=")
    func fullExample() throws {
        let sample = Vectors.scram.xep0474Full
        let parts = sample.publishedClientFinal.components(separatedBy: ",p=")
        let bare = sample.clientFirst.components(separatedBy: ",,")[1]
        let first = try SCRAMServerFirst(Array(sample.serverFirst.utf8), limits: SCRAMLimits())
        let keys = try SCRAMDerivation(hash: .sha1, salt: first.salt, iterations: first.iterations)
            .keys(password: Secret(utf8: sample.password))
        let (proof, signature) = try keys.prove(Array("\(bare),\(sample.serverFirst),\(parts[0])".utf8))
        #expect(Base64.encode(proof) == parts[1])
        #expect("v=\(Base64.encode(signature))" == sample.publishedServerFinal)
    }

    @Test("The full example of XEP-0515 §4.3 is reproduced, list hash and TLS version checked")
    func signedOffer() throws {
        let sample: SignedOffer = Vectors.load("xep0515")
        let data = Array(sample.channelBindingDataUtf8.utf8)
        var client = try SCRAMClient(
            hash: .sha1, binding: .bound(try #require(ChannelBinding(type: .tlsExporter, data: data))),
            username: sample.username, nonce: try #require(ClientNonce(sample.nonce)),
            evidence: OfferEvidence(
                mechanisms: sample.mechanisms, bindingTypes: sample.bindingTypes, tlsVersion: sample.tlsVersion),
            listHashRule: .required)
        #expect(String(decoding: try client.start(), as: UTF8.self) == sample.clientFirst)
        guard case .derive(let derivation) = try client.respond(to: Array(sample.serverFirst.utf8)) else { return }
        let final = try client.resume(with: derivation.keys(password: Secret(utf8: sample.password)))
        #expect(String(decoding: final, as: UTF8.self) == sample.clientFinal)
        try client.succeed(with: Array(sample.serverFinal.utf8))
    }

    @Test("The negative cases of the vectors break off, each with its reason")
    func negative() throws {
        let expected: [SASLError] = [
            .nonceMismatch, .mandatoryExtension, .serverNotVerified, .refusedByServer("invalid-proof"),
        ]
        #expect(Vectors.scram.negative.count == expected.count)
        for (sample, error) in zip(Vectors.scram.negative, expected) {
            var script = try ScriptedSCRAM()
            #expect(throws: error, "\(sample.expect)") {
                _ = try script.hear(sample.serverFirst ?? ScriptedSCRAM.serverFirst)
                try script.succeed(sample.serverFinal)
            }
        }
    }
}
