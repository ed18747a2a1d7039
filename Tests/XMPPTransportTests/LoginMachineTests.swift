import Digests
import SASLMechanisms
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import XMPPTransport

/// The login as a value: no network, no clock.
struct LoginMachineTests {
    static let facts = TLSFacts(
        version: 0x0304, versionName: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256",
        exporter: Array(repeating: 7, count: 32), endPoint: Array(repeating: 9, count: 32))

    /// A machine behind TLS and a header, before features.
    func machine(_ change: (inout LoginRequest) -> Void = { _ in }) throws -> LoginMachine {
        var machine = LoginMachine(
            try request(1, change: change), tls: .direct, nonce: try #require(ClientNonce("nonce-of-the-test")))
        guard case .open(let header)? = machine.handle(.secured(Self.facts)).first else {
            Issue.record("no header")
            return machine
        }
        #expect(header.to == "example.org")
        open(&machine)
        return machine
    }

    func open(_ machine: inout LoginMachine) {
        let root = Element(
            Name("stream", .streams), attributes: [Attribute("version", "1.0"), Attribute("from", "example.org")])
        #expect(machine.handle(.opened(root, content: .client)) == [])
    }

    func parsed(_ text: String) throws -> Element {
        var events: [XMLStreamEvent] = []
        let parser = XMLStreamParser()
        try parser.feed(Array((ServerPhrases.header() + text).utf8), into: &events)
        for case .stanza(let element) in events { return element }
        throw XMLStreamError(.badFormat, "no stanza in \(text)")
    }

    func hear(_ machine: inout LoginMachine, _ text: String) throws -> [LoginAction] {
        machine.handle(.element(try parsed(text)))
    }

    func sent(_ actions: [LoginAction]) throws -> Element {
        guard case .send(let element)? = actions.first else {
            throw XMLStreamError(.badFormat, "nothing sent: \(actions)")
        }
        return element
    }

    func failure(_ actions: [LoginAction]) -> String? {
        for case .fail(let problem) in actions { return problem.code }
        return nil
    }

    static let sasl2 = """
        <authentication xmlns='urn:xmpp:sasl:2'><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-256</mechanism>\
        <inline>\
        <bind xmlns='urn:xmpp:bind:0'><inline><feature var='urn:xmpp:sm:3'/>\
        <feature var='urn:xmpp:csi:0'/></inline></bind>\
        <fast xmlns='urn:xmpp:fast:0'><mechanism>HT-SHA-256-EXPR</mechanism>\
        <mechanism>HT-SHA-256-NONE</mechanism></fast>\
        <sm xmlns='urn:xmpp:sm:3'/></inline></authentication>
        """

    /// The server's answers to SCRAM in SASL2; returns what the machine does about success with this content.
    func finishSASL2(
        _ machine: inout LoginMachine, _ first: Element, _ content: String
    ) throws -> [LoginAction] {
        var scram = ScriptedSCRAM(password: password)
        let initial = try #require(first.child("initial-response", .sasl2)?.text)
        let asked = try hear(
            &machine, "<challenge xmlns='urn:xmpp:sasl:2'>\(scram.challenge(to: initial))</challenge>")
        guard case .derive(let derivation, let secret)? = asked.first else {
            throw XMLStreamError(.badFormat, "no derivation")
        }
        let keys = try derivation.keys(password: secret)
        let response = try sent(machine.handle(.derived(.success(keys))))
        let proof = try #require(try scram.success(to: response.text))
        return try hear(
            &machine,
            "<success xmlns='urn:xmpp:sasl:2'><additional-data>\(proof)</additional-data>\(content)</success>")
    }

    @Test("The account is not named before TLS (RFC 6120 §4.7.1)")
    func namelessHeader() throws {
        var machine = LoginMachine(
            try request(1), tls: .starttls, nonce: try #require(ClientNonce("nonce-of-the-test")))
        #expect(machine.handle(.connected) == [.open(StreamHeader(to: "example.org", lang: "en"))])
        open(&machine)
        #expect(try hear(&machine, ServerPhrases.startTLS) == [.send(Element("starttls", .startTLS))])
        #expect(try hear(&machine, ServerPhrases.proceed) == [.secure])
        #expect(
            machine.handle(.secured(Self.facts))
                == [.open(StreamHeader(to: "example.org", from: juliet, lang: "en"))])
    }

    @Test("SASL2 carries binding, Stream Management, a token and what else is wished for")
    func sasl2() throws {
        var machine = try machine { $0.inline = [Element("inactive", "urn:xmpp:csi:0"), Element("x", "urn:other")] }
        let first = try sent(hear(&machine, ServerPhrases.features(Self.sasl2)))
        #expect(first[attribute: "mechanism"] == "SCRAM-SHA-256")
        #expect(first.child("user-agent", .sasl2)?[attribute: "id"] == "d4565fa7-4d72-4749-b3d3-740edbf87770")
        let bind = try #require(first.child("bind", .bind2))
        #expect(bind.elements.map(\.name.local) == ["tag", "enable", "inactive"])
        #expect(first.child("request-token", .fast)?[attribute: "mechanism"] == "HT-SHA-256-EXPR")
        #expect(first.child("resume", .streamManagement) == nil)

        #expect(
            try finishSASL2(
                &machine, first,
                """
                <authorization-identifier>juliet@example.org/balcony/1</authorization-identifier>\
                <bound xmlns='urn:xmpp:bind:0'><enabled xmlns='urn:xmpp:sm:3' id='s1' resume='1' max='300'/></bound>\
                <token xmlns='urn:xmpp:fast:0' token='t1' expiry='2020-03-12T14:36:15Z'/>
                """) == [])
        guard case .finish(let result)? = try hear(&machine, ServerPhrases.features("<a xmlns='x'/>")).first else {
            Issue.record("not finished")
            return
        }
        let jid = try FullJID("juliet@example.org/balcony/1")
        #expect(result.binding == .bound(jid, StreamManagementGrant(id: "s1", maximum: 300)))
        #expect(result.token == FASTToken(mechanism: "HT-SHA-256-EXPR", token: "t1", expiry: 1_584_023_775_000_000))
        #expect(result.enabledInline == ["urn:xmpp:csi:0"])
        #expect(result.features.count == 1)
        #expect(result.keys?.derivation.iterations == 4_096)
        #expect(result.pin.text == "SCRAM-SHA-256")
        #expect(machine.isOver)
    }

    @Test("SASL2 resumes, or says what was handled and binds")
    func sasl2Resumption() throws {
        let wish: (inout LoginRequest) -> Void = { $0.resumption = Resumption(id: "old", handled: 5) }
        var machine = try machine(wish)
        let first = try sent(hear(&machine, ServerPhrases.features(Self.sasl2)))
        #expect(first.child("resume", .streamManagement)?[attribute: "h"] == "5")
        var other = machine
        var third = machine
        guard
            case .finish(let resumed)? = try finishSASL2(
                &machine, first,
                """
                <authorization-identifier>juliet@example.org</authorization-identifier>\
                <resumed xmlns='urn:xmpp:sm:3' h='4294967295' previd='old'/>
                """
            ).first
        else {
            Issue.record("not resumed")
            return
        }
        #expect(resumed.binding == .resumed(handled: .max))

        #expect(
            try finishSASL2(
                &other, first,
                """
                <authorization-identifier>juliet@example.org/x</authorization-identifier>\
                <failed xmlns='urn:xmpp:sm:3' h='7'/><bound xmlns='urn:xmpp:bind:0'/>
                """) == [])
        // A server that leaves the features out: the first stanza is not lost.
        guard case .finish(let bound)? = try hear(&other, "<message/>").first else {
            Issue.record("not bound")
            return
        }
        #expect(bound.refusedResumption)
        #expect(bound.handledBeforeFailure == 7)
        #expect(bound.first.count == 1)
        #expect(bound.binding == .bound(try FullJID("juliet@example.org/x"), nil))

        #expect(
            failure(try finishSASL2(&third, first, "<resumed xmlns='urn:xmpp:sm:3' h='1' previd='other'/>"))
                == "resumed-other-stream")
    }

    @Test("Where Stream Management is not inline, it is enabled after Bind 2, and who resumes does not bind")
    func managementBehindBind2() throws {
        let offer = """
            <authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-256</mechanism><inline>\
            <bind xmlns='urn:xmpp:bind:0'/></inline></authentication>
            """
        var machine = try machine()
        let first = try sent(hear(&machine, ServerPhrases.features(offer)))
        #expect(first.child("bind", .bind2)?.elements.map(\.name.local) == ["tag"])
        _ = try finishSASL2(
            &machine, first,
            """
            <authorization-identifier>juliet@example.org/x</authorization-identifier><bound xmlns='urn:xmpp:bind:0'/>
            """)
        #expect(
            try sent(hear(&machine, ServerPhrases.features(ServerPhrases.management))).has("enable", .streamManagement))
        guard case .finish(let result)? = try hear(&machine, "<enabled xmlns='urn:xmpp:sm:3' id='i' resume='1'/>").first
        else {
            Issue.record("not finished")
            return
        }
        #expect(result.binding == .bound(try FullJID("juliet@example.org/x"), StreamManagementGrant(id: "i")))

        var resuming = try self.machine { $0.resumption = Resumption(id: "old", handled: 1) }
        let second = try sent(hear(&resuming, ServerPhrases.features(offer)))
        #expect(second.child("bind", .bind2) == nil)
        #expect(second.child("resume", .streamManagement) == nil)
        _ = try finishSASL2(&resuming, second, "<authorization-identifier>\(juliet)</authorization-identifier>")
        #expect(
            try sent(hear(&resuming, ServerPhrases.features(ServerPhrases.management))).has("resume", .streamManagement)
        )
    }

    @Test("A refused token gives way to the password, on a new connection")
    func token() throws {
        var machine = try machine {
            $0.token = FASTToken(mechanism: "HT-SHA-256-EXPR", token: "secret-token", expiry: .max, count: 3)
        }
        let first = try sent(hear(&machine, ServerPhrases.features(Self.sasl2)))
        #expect(first[attribute: "mechanism"] == "HT-SHA-256-EXPR")
        #expect(first.child("fast", .fast)?[attribute: "count"] == "3")
        #expect(first.child("request-token", .fast) == nil)
        var honest = machine
        var busy = machine
        let failed = { (condition: String) in
            "<failure xmlns='urn:xmpp:sasl:2'><\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>"
        }
        #expect(try hear(&machine, failed("credentials-expired")) == [.forgetToken])
        #expect(machine.isOver)
        #expect(failure(try hear(&busy, failed("temporary-auth-failure"))) == "sasl-temporary-auth-failure")

        let proof = try MessageCode.hmac(
            Array("Responder".utf8) + Array(repeating: 7, count: 32), key: Secret(utf8: "secret-token"), with: .sha256)
        #expect(
            try hear(
                &honest,
                """
                <success xmlns='urn:xmpp:sasl:2'><additional-data>\(ScriptedSCRAM.encoded(proof))</additional-data>\
                <authorization-identifier>juliet@example.org/x</authorization-identifier>\
                <bound xmlns='urn:xmpp:bind:0'/></success>
                """) == [])
    }

    @Test(
        "A server that does not prove itself with a token is left",
        arguments: ["", "<additional-data>AAAA</additional-data>"])
    func tokenWithoutProof(data: String) throws {
        var machine = try machine {
            $0.token = FASTToken(mechanism: "HT-SHA-256-EXPR", token: "secret-token", expiry: .max)
        }
        _ = try hear(&machine, ServerPhrases.features(Self.sasl2))
        #expect(
            failure(try hear(&machine, "<success xmlns='urn:xmpp:sasl:2'>\(data)</success>"))
                == "sasl-server-not-verified")
        #expect(try hear(&machine, ServerPhrases.features("")) == [])
    }

    @Test("SASL2 without Bind 2 goes on with binding, without a restart")
    func sasl2Alone() throws {
        var machine = try machine()
        let offer = "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-256</mechanism></authentication>"
        let first = try sent(hear(&machine, ServerPhrases.features(offer)))
        #expect(first.child("bind", .bind2) == nil)
        #expect(
            try finishSASL2(&machine, first, "<authorization-identifier>\(juliet)</authorization-identifier>") == [])
        let bind = try sent(hear(&machine, ServerPhrases.features(ServerPhrases.bind)))
        #expect(bind.child("bind", .bind)?.child("resource", .bind)?.text == "balcony")
    }

    @Test("A second factor is asked for in vain")
    func secondFactor() throws {
        var machine = try machine()
        _ = try hear(&machine, ServerPhrases.features(Self.sasl2))
        #expect(
            failure(try hear(&machine, "<continue xmlns='urn:xmpp:sasl:2'><tasks><task>T</task></tasks></continue>"))
                == "sasl-second-factor")
    }

    /// A machine whose features of the authenticated stream come next.
    func authenticated(_ change: (inout LoginRequest) -> Void = { _ in }) throws -> LoginMachine {
        var machine = try machine { request in
            request.credentials = .anonymous
            change(&request)
        }
        let auth = try sent(hear(&machine, ServerPhrases.features(ServerPhrases.mechanisms("ANONYMOUS"))))
        #expect(auth[attribute: "mechanism"] == "ANONYMOUS")
        guard case .open? = try hear(&machine, ServerPhrases.success("")).first else {
            Issue.record("no restart")
            return machine
        }
        open(&machine)
        return machine
    }

    func bind(_ machine: inout LoginMachine, features: String) throws -> [LoginAction] {
        let iq = try sent(hear(&machine, ServerPhrases.features(ServerPhrases.bind + features)))
        return try hear(
            &machine,
            """
            <iq type='result' id='\(iq[attribute: "id"] ?? "")'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\
            <jid>guest-1@example.org/x</jid></bind></iq>
            """)
    }

    @Test("Who is nobody takes the address that he is given")
    func anonymous() throws {
        var machine = try authenticated()
        guard case .finish(let result)? = try bind(&machine, features: "").first else {
            Issue.record("not bound")
            return
        }
        #expect(result.binding == .bound(try FullJID("guest-1@example.org/x"), nil))
        #expect(result.pin.text.isEmpty)
    }

    @Test(
        "A session is started only where it is not optional (RFC 3921 §3)",
        arguments: [
            ("<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>", true),
            ("<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>", false),
        ])
    func session(feature: String, isStarted: Bool) throws {
        var machine = try authenticated()
        let actions = try bind(&machine, features: feature)
        if isStarted {
            let iq = try sent(actions)
            #expect(iq.child("session", .session) != nil)
            guard case .finish? = try hear(&machine, "<iq type='result' id='\(iq[attribute: "id"] ?? "")'/>").first
            else {
                Issue.record("not finished")
                return
            }
        } else {
            guard case .finish? = actions.first else {
                Issue.record("not finished")
                return
            }
        }
    }

    @Test("Stanzas before <enabled/> are kept apart; a refusal of Stream Management is no failure")
    func enabling() throws {
        var machine = try authenticated()
        #expect(try sent(bind(&machine, features: ServerPhrases.management))[attribute: "resume"] == "true")
        #expect(try hear(&machine, "<message id='early'/>") == [])
        var refused = machine
        guard
            case .finish(let result)? = try hear(&machine, "<enabled xmlns='urn:xmpp:sm:3' id='i' location='[::1]:9'/>")
                .first,
            case .finish(let without)? = try hear(&refused, "<failed xmlns='urn:xmpp:sm:3'/>").first
        else {
            Issue.record("not finished")
            return
        }
        #expect(result.uncounted.map { $0[attribute: "id"] } == ["early"])
        let jid = try FullJID("guest-1@example.org/x")
        // No resumption without resume='true', whatever the id.
        #expect(result.binding == .bound(jid, StreamManagementGrant(id: nil, location: "[::1]:9")))
        #expect(without.binding == .bound(jid, nil))
    }

    @Test("A flood before <enabled/> ends the login")
    func flood() throws {
        var machine = try authenticated()
        _ = try bind(&machine, features: ServerPhrases.management)
        let message = try parsed("<message/>")
        for _ in 0..<LoginMachine.mostUncounted { #expect(machine.handle(.element(message)) == []) }
        #expect(failure(machine.handle(.element(message))) == "login-out-of-order")
    }
}
