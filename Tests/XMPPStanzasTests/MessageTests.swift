import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@Suite("Messages")
struct MessageTests {
    @Test("All parts of the example of RFC 6121 §5.2.5 are read")
    func example() throws {
        let message = try Message(
            stanza(
                """
                <message from='juliet@example.com/balcony' to='romeo@example.net' type='chat' xml:lang='en' id='1'>\
                <subject>I implore you!</subject><subject xml:lang='cs'>Úpěnlivě prosím!</subject>\
                <body>Wherefore art thou, Romeo?</body><body xml:lang='cs'>Pročež jsi ty, Romeo?</body>\
                <thread parent='e0ff'>0e31</thread><x xmlns='urn:x'/></message>
                """))
        #expect(message.from == (try JID("juliet@example.com/balcony")))
        #expect(message.to == (try JID("romeo@example.net")))
        #expect(message.id == "1")
        #expect(message.type == .chat)
        #expect(message.lang == "en")
        #expect(message.subjects["en"] == "I implore you!")
        #expect(message.subjects["CS"] == "Úpěnlivě prosím!")
        #expect(message.bodies.items.map(\.language) == ["en", "cs"])
        #expect(message.thread == Thread(id: "0e31", parent: "e0ff"))
        #expect(message.payloads == [Element("x", "urn:x")])
        #expect(!message.isError)
    }

    /// A `type` attribute, and the type it stands for (RFC 6121 §5.2.2).
    static let types: [(String, MessageType)] = [
        ("", .normal), ("type='normal'", .normal), ("type='chat'", .chat), ("type='groupchat'", .groupchat),
        ("type='headline'", .headline), ("type='error'", .error), ("type='CHAT'", .normal), ("type=''", .normal),
        ("type='future'", .normal),
    ]

    @Test("Unknown types are normal", arguments: types)
    func type(attribute: String, type: MessageType) throws {
        #expect(try Message(stanza("<message \(attribute)/>")).type == type)
    }

    @Test("Of two texts in one language the first counts")
    func duplicates() throws {
        let text =
            "<message xml:lang='en'><body>a</body><body xml:lang='EN'>b</body><body xml:lang=''>c</body></message>"
        let message = try Message(stanza(text))
        #expect(message.bodies.items == [.init(language: "en", text: "a"), .init(language: "", text: "c")])
        #expect(try Message(message.element) == message)
    }

    @Test("Elements named like ours in other namespaces are payloads")
    func foreign() throws {
        let text = "<message><body xmlns='urn:x'>a</body><error xmlns='urn:x'/><thread xmlns=''/><unknown/></message>"
        let message = try Message(stanza(text))
        #expect(message.bodies.isEmpty)
        #expect(message.thread == nil)
        #expect(message.payloads.count == 4)
    }

    @Test("An error counts only in a message of type error, and is never missing there")
    func errors() throws {
        let error = "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
        #expect(try Message(stanza("<message>\(error)</message>")).error == nil)
        #expect(try Message(stanza("<message type='error'>\(error)</message>")).error == .itemNotFound)
        #expect(try Message(stanza("<message type='error'/>")).error == .undefinedCondition)
    }

    @Test("Malformed addresses and other elements are refused")
    func refusals() throws {
        #expect(throws: StanzaProblem.malformedAddress) { try Message(stanza("<message from='@'/>")) }
        #expect(throws: StanzaProblem.malformedAddress) { try Message(stanza("<message to='a b@c'/>")) }
        #expect(throws: StanzaProblem.unknownStanza) { try Message(stanza("<message xmlns='urn:x'/>")) }
        #expect(throws: StanzaProblem.unknownStanza) { try Message(stanza("<iq/>")) }
        #expect(throws: StanzaProblem.unknownStanza) { try Stanza(stanza("<stream:features/>")) }
    }

    @Test("An error reply swaps the addresses, and answers no error")
    func reply() throws {
        let message = try Message(stanza("<message from='a@b/c' to='d@e' id='7' type='chat'><body>x</body></message>"))
        let reply = try #require(message.refused(with: .notAcceptable))
        let text = """
            <message to='a@b/c' from='d@e' id='7' type='error'><error type='modify'>\
            <not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
            """
        #expect(reply.element.canonical == (try stanza(text)).canonical)
        #expect(reply.refused(with: .notAcceptable) == nil)
    }
}
