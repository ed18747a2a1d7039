import Digests
import SASLMechanisms
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import XMPPTransport

extension LoginMachineTests {
    @Test("A refused resumption is followed by binding on the same stream")
    func refusedResumption() throws {
        var machine = try authenticated { $0.resumption = Resumption(id: "old", handled: 9) }
        let resume = try sent(hear(&machine, ServerPhrases.features(ServerPhrases.bind + ServerPhrases.management)))
        #expect(resume == Element("resume", .streamManagement, ["h": "9", "previd": "old"]))
        let bind = try sent(hear(&machine, "<failed xmlns='urn:xmpp:sm:3' h='3'/>"))
        #expect(bind.child("bind", .bind) != nil)
        #expect(machine.result.refusedResumption)
        #expect(machine.result.handledBeforeFailure == 3)
    }

    @Test(
        "A resumption must be of our stream, with a count",
        arguments: [
            "<resumed xmlns='urn:xmpp:sm:3' previd='other' h='1'/>", "<resumed xmlns='urn:xmpp:sm:3' previd='old'/>",
            "<resumed xmlns='urn:xmpp:sm:3' previd='old' h='-1'/>",
            "<resumed xmlns='urn:xmpp:sm:3' previd='old' h='4294967296'/>",
            "<message/>",
        ])
    func wrongResumption(answer: String) throws {
        var machine = try authenticated { $0.resumption = Resumption(id: "old", handled: 9) }
        _ = try hear(&machine, ServerPhrases.features(ServerPhrases.management))
        #expect(failure(try hear(&machine, answer)) == "resumed-other-stream")
    }

    @Test("Events at the wrong time end the login, and an ended login does nothing more")
    func outOfOrder() throws {
        var machine = try machine()
        #expect(failure(machine.handle(.secured(Self.facts))) == "login-out-of-order")
        #expect(machine.handle(.connected) == [])
        var early = LoginMachine(try request(1), tls: .starttls, nonce: try #require(ClientNonce("nonce-of-the-test")))
        #expect(failure(early.handle(.secured(Self.facts))) == "login-out-of-order")
    }

    @Test("Stored keys log in without a password, and say so when they no longer fit")
    func keys() throws {
        let derivation = SCRAMDerivation(hash: .sha256, salt: Array("salt-of-a-test".utf8), iterations: 4_096)
        let stored = try derivation.keys(password: Secret(utf8: password))
        var machine = try machine { $0.credentials = Credentials(keys: stored) }
        let auth = try sent(hear(&machine, ServerPhrases.features(ServerPhrases.mechanisms("PLAIN", "SCRAM-SHA-256"))))
        var changed = machine
        var scram = ScriptedSCRAM(password: password)
        let response = try sent(hear(&machine, ServerPhrases.challenge(scram.challenge(to: auth.text))))
        #expect(try scram.success(to: response.text) != nil)
        var other = ScriptedSCRAM(password: password, iterations: 8_192)
        #expect(
            failure(try hear(&changed, ServerPhrases.challenge(other.challenge(to: auth.text))))
                == "sasl-keys-do-not-fit")
    }
}
