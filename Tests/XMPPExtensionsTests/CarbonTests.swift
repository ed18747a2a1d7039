import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@testable import XMPPSessions

@Suite("Copies of what other devices receive and send (XEP-0280)")
struct CarbonTests {
    private let romeo: BareJID
    private let stamp: AuthorityStamp
    private let plan: SessionPlan

    init() throws {
        romeo = try BareJID("romeo@montague.example")
        stamp = AuthorityStamp(account: romeo, standing: { _ in [] }, isJoinedRoom: { _ in false })
        plan = SessionPlan(account: romeo, extensions: [Carbons(account: romeo, stamp: stamp)])
    }

    private func route(_ element: Element) async throws -> Verdict<Message> {
        let message = try Message(element)
        return await plan.messages.route(Incoming(message, from: stamp.authority(of: message.from))) { _ in }
    }

    private func copy(_ name: String) async throws -> Incoming<Message>? {
        guard case .pass(let copy) = try await route(golden("xep-0280", name).element) else { return nil }
        return copy
    }

    @Test("What another device received is said by its sender")
    func received() async throws {
        let copy = try #require(try await copy("received"))
        #expect(copy.authority == .stranger(try JID("juliet@capulet.example/balcony")))
        #expect(copy.passage == .copied)
        #expect(copy.stanza.bodies.first?.text.hasPrefix("What man art thou") == true)
        #expect(copy.stanza.thread?.id == "0e3141cd80894871a68e6fe6b1ec56fa")
    }

    @Test("What another device sent is said by that device")
    func sent() async throws {
        let copy = try #require(try await copy("sent"))
        #expect(copy.authority == .ownDevice(try FullJID("romeo@montague.example/home")))
        #expect(copy.passage == .copied)
        #expect(copy.stanza.to?.description == "juliet@capulet.example/balcony")
    }

    @Test("A copy from anybody but our own account is refused")
    func forged() async throws {
        guard case .refuse(let refusal) = try await route(golden("xep-0280", "forged").element) else {
            Issue.record("believed")
            return
        }
        #expect(refusal == .foreignCarbon)
    }

    static let bad: [(String, String, String)] = [
        ("from a device of ours", "from='romeo@montague.example/home'", wrapped("received", "from='a@b.example'")),
        ("from our server", "from='montague.example'", wrapped("received", "from='a@b.example'")),
        ("sent by somebody else", own, wrapped("sent", "from='a@b.example' to='c@d.example'")),
        ("sent by nobody", own, wrapped("sent", "to='c@d.example'")),
        ("received by somebody else", own, wrapped("received", "from='a@b.example' to='c@d.example'")),
        ("without a message", own, "<received xmlns='urn:xmpp:carbons:2'/>"),
        (
            "with two messages", own,
            "<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                + "<message xmlns='jabber:client' from='a@b.example'/><message xmlns='jabber:client' from='a@b.example'/>"
                + "</forwarded></received>"
        ),
        ("two at once", own, wrapped("received", "from='a@b.example'") + wrapped("sent", own)),
    ]

    private static let own = "from='romeo@montague.example'"

    private static func wrapped(_ name: String, _ header: String) -> String {
        "<\(name) xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
            + "<message xmlns='jabber:client' type='chat' \(header)><body>x</body></message></forwarded></\(name)>"
    }

    @Test("What is no copy, or whose copy it cannot be, is refused", arguments: bad)
    func malformed(what: String, header: String, content: String) async throws {
        let text = "<message xmlns='jabber:client' type='chat' \(header)>\(content)</message>"
        let element = try XMLStreamParser.parseDocument(Array(text.utf8))
        guard case .refuse = try await route(element) else {
            Issue.record("\(what): believed")
            return
        }
    }

    @Test("A copy in a copy stays what it is: the payload of somebody's message")
    func nested() async throws {
        let inner = Self.wrapped("received", "from='mallory@b.example'")
        let text =
            "<message xmlns='jabber:client' \(Self.own)><received xmlns='urn:xmpp:carbons:2'>"
            + "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='a@b.example'>\(inner)</message>"
            + "</forwarded></received></message>"
        let element = try XMLStreamParser.parseDocument(Array(text.utf8))
        guard case .pass(let copy) = try await route(element) else {
            Issue.record("not unwrapped")
            return
        }
        #expect(copy.stanza.from?.description == "a@b.example" && copy.stanza.bodies.isEmpty)
    }

    @Test("Copies are asked for as the specification shows", .timeLimit(.minutes(1)))
    func enabling() async throws {
        let juliet = try SessionHarness()
        async let enabled: Void = juliet.session.enableCarbons()
        let request = try #require(await juliet.stream.next())
        let shown = try golden("xep-0280", "enable").element.elements.first
        #expect(request.elements.first?.canonical(.dropped) == shown?.canonical(.dropped))
        #expect(request[attribute: "type"] == "set" && request[attribute: "to"] == nil)
        try await juliet.stream.deliver("<iq type='result' id='\(request[attribute: "id"] ?? "")'/>")
        try await enabled
    }
}
