import Digests
import Testing

@testable import SASLMechanisms

@Suite("What a SCRAM client refuses")
struct SCRAMRefusalTests {
    private static let nonce = "fyko+d2lbbFgONRv9qkxdawL"

    @Test("The script itself succeeds")
    func script() throws {
        var script = try ScriptedSCRAM()
        #expect(try script.hear() == ScriptedSCRAM.clientFinal)
        try script.succeed(ScriptedSCRAM.serverFinal)
    }

    @Test(
        "A server-first that is not exactly right",
        arguments: [
            ("", SASLError.malformed),
            (",", .malformed),
            ("r=\(nonce)X", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92", .malformed),
            ("s=QSXCR+Q6sek8bf92,r=\(nonce)X,i=4096", .malformed),
            ("r=\(nonce)X,i=4096,s=QSXCR+Q6sek8bf92", .malformed),
            ("r=\(nonce)X,s=,i=4096", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf9,i=4096", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=04096", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=+4096", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=-1", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,x", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,1=a", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,é=a", .malformed),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,x=\0", .malformed),
            ("r=\(nonce)é,s=QSXCR+Q6sek8bf92,i=4096", .malformed),
            ("r=\(nonce) ,s=QSXCR+Q6sek8bf92,i=4096", .malformed),
            ("r=\(nonce),s=QSXCR+Q6sek8bf92,i=4096", .nonceMismatch),
            ("r=fyko+d2l,s=QSXCR+Q6sek8bf92,i=4096", .nonceMismatch),
            ("r=X\(nonce),s=QSXCR+Q6sek8bf92,i=4096", .nonceMismatch),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4095", .iterationsOutOfRange),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=1000001", .iterationsOutOfRange),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=99999999999999999999", .iterationsOutOfRange),
            ("m=x,r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096", .mandatoryExtension),
            ("r=\(nonce)X,s=QSXCR+Q6sek8bf92,i=4096,m=x", .mandatoryExtension),
            ("e=unknown-user", .refusedByServer("unknown-user")),
        ])
    func serverFirst(text: String, error: SASLError) throws {
        var script = try ScriptedSCRAM()
        #expect(throws: error) { try script.hear(text) }
        #expect(throws: SASLError.outOfOrder) { try script.hear() }
        #expect(throws: SASLError.serverNotVerified) { try script.succeed(ScriptedSCRAM.serverFinal) }
    }

    @Test("Unknown optional extensions are ignored (RFC 5802 §5.1), the old d= of XEP-0474 among them")
    func optionalExtensions() throws {
        var script = try ScriptedSCRAM()
        _ = try script.hear("\(ScriptedSCRAM.serverFirst),x=y,x=z,d=AAAA,q==,Z=")
    }

    @Test("Invalid UTF-8 and long messages")
    func bytes() throws {
        var script = try ScriptedSCRAM()
        #expect(throws: SASLError.malformed) {
            try script.client.respond(to: Array(ScriptedSCRAM.serverFirst.utf8) + Array(",x=".utf8) + [0xC0, 0x80])
        }
        script = try ScriptedSCRAM(limits: SCRAMLimits(messageOctets: 70))
        #expect(ScriptedSCRAM.serverFirst.utf8.count == 70)
        _ = try script.hear()
        script = try ScriptedSCRAM(limits: SCRAMLimits(messageOctets: 69))
        #expect(throws: SASLError.malformed) { try script.hear() }
        script = try ScriptedSCRAM(limits: SCRAMLimits(nonceOctets: 41))
        #expect(throws: SASLError.malformed) { try script.hear() }
        script = try ScriptedSCRAM(limits: SCRAMLimits(nonceOctets: 42))
        _ = try script.hear()
        script = try ScriptedSCRAM(limits: SCRAMLimits(saltOctets: 11))
        #expect(throws: SASLError.malformed) { try script.hear() }
        script = try ScriptedSCRAM(limits: SCRAMLimits(saltOctets: 12))
        _ = try script.hear()
    }

    @Test(
        "A success without the server's signature, or with another one",
        arguments: [
            (nil, SASLError.serverNotVerified),
            ("", .serverNotVerified),
            ("v=", .serverNotVerified),
            ("v=rmF9pqV8S7suAoZWja4dJRkFsKR=", .malformed),
            ("v=smF9pqV8S7suAoZWja4dJRkFsKQ=", .serverNotVerified),
            ("v=rmF9pqV8S7suAoZWja4dJRkF", .serverNotVerified),
            ("x=rmF9pqV8S7suAoZWja4dJRkFsKQ=", .malformed),
            ("v", .malformed),
            ("e=other-error", .refusedByServer("other-error")),
            ("e=\u{1B}[2J", .refusedByServer("other-error")),
        ] as [(String?, SASLError)])
    func serverFinal(text: String?, error: SASLError) throws {
        var script = try ScriptedSCRAM()
        _ = try script.hear()
        #expect(throws: error) { try script.succeed(text) }
        script = try ScriptedSCRAM()
        _ = try script.hear()
        #expect(throws: error) { try script.client.respond(to: Array((text ?? "").utf8)) }
    }

    @Test("Success before or in the middle of the exchange")
    func earlySuccess() throws {
        var script = try ScriptedSCRAM()
        #expect(throws: SASLError.serverNotVerified) { try script.succeed(ScriptedSCRAM.serverFinal) }
        script = try ScriptedSCRAM()
        _ = try script.client.respond(to: Array(ScriptedSCRAM.serverFirst.utf8))
        #expect(throws: SASLError.serverNotVerified) { try script.succeed(ScriptedSCRAM.serverFinal) }
    }

    @Test("Messages at the wrong time")
    func order() throws {
        var script = try ScriptedSCRAM()
        #expect(throws: SASLError.outOfOrder) { try script.client.start() }
        script = try ScriptedSCRAM()
        _ = try script.client.respond(to: Array(ScriptedSCRAM.serverFirst.utf8))
        #expect(throws: SASLError.outOfOrder) {
            try script.client.respond(to: Array(ScriptedSCRAM.serverFirst.utf8))
        }
        script = try ScriptedSCRAM()
        _ = try script.hear()
        _ = try script.client.respond(to: Array(ScriptedSCRAM.serverFinal.utf8))
        #expect(throws: SASLError.outOfOrder) { try script.succeed(ScriptedSCRAM.serverFinal) }
        script = try ScriptedSCRAM()
        _ = try script.hear()
        try script.succeed("\(ScriptedSCRAM.serverFinal),x=ignored")
        #expect(throws: SASLError.serverNotVerified) { try script.succeed(ScriptedSCRAM.serverFinal) }
    }

    @Test("Keys for another salt, count or hash")
    func foreignKeys() throws {
        let wanted = SCRAMDerivation(
            hash: .sha1, salt: try #require(Base64.decode("QSXCR+Q6sek8bf92")), iterations: 4_096)
        for other in [
            SCRAMDerivation(hash: .sha1, salt: [1], iterations: 4_096),
            SCRAMDerivation(hash: .sha1, salt: wanted.salt, iterations: 4_097),
            SCRAMDerivation(hash: .sha256, salt: wanted.salt, iterations: 4_096),
        ] {
            let keys = try other.keys(password: ScriptedSCRAM.password)
            var script = try ScriptedSCRAM(keys: keys)
            #expect(try script.client.respond(to: Array(ScriptedSCRAM.serverFirst.utf8)) == .derive(wanted))
            #expect(throws: SASLError.keysDoNotFit) { try script.client.resume(with: keys) }
        }
        let broken = SCRAMKeys(derivation: wanted, clientKey: Secret([1]), serverKey: Secret([1]))
        var script = try ScriptedSCRAM(keys: broken)
        #expect(throws: SASLError.keysDoNotFit) { try script.hear() }
    }

    @Test("Names, nonces and passwords that cannot be carried")
    func credentials() throws {
        let evidence = OfferEvidence(mechanisms: [], bindingTypes: nil, tlsVersion: 0x0304)
        let nonce = try #require(ClientNonce("12345678"))
        for name in ["", "a\0b", String(repeating: "a", count: 1_024)] {
            #expect(throws: SASLError.unusableCredential) {
                var client = try SCRAMClient(
                    hash: .sha1, binding: .unsupported, username: name, nonce: nonce, evidence: evidence)
                _ = try client.start()
            }
        }
        #expect(ClientNonce("1234567") == nil)
        #expect(ClientNonce("1234567,") == nil)
        #expect(ClientNonce("1234567 ") == nil)
        #expect(ClientNonce("1234567é") == nil)
        #expect(ClientNonce(String(repeating: "a", count: 257)) == nil)
        #expect(try ClientNonce.random() != ClientNonce.random())
        let derivation = SCRAMDerivation(hash: .sha1, salt: [1], iterations: 1)
        #expect(throws: SASLError.unusableCredential) { try derivation.keys(password: Secret([])) }
        #expect(throws: SASLError.unusableCredential) {
            try derivation.keys(password: Secret(repeatElement(1, count: 1_025)))
        }
        #expect(ChannelBinding(type: .tlsExporter, data: []) == nil)
        #expect(ChannelBinding(type: .tlsExporter, data: [UInt8](repeating: 1, count: 1_025)) == nil)
    }
}
