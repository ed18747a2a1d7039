import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@Suite("Stanza and stream errors")
struct ErrorTests {
    @Test("Every condition survives the round trip", arguments: StanzaError.Condition.allCases)
    func conditions(condition: StanzaError.Condition) throws {
        var error = StanzaError(condition, by: try JID("b@c"), address: nil)
        error.texts.add("Why", language: "en")
        error.texts.add("Kial", language: "")
        error.application = Element("too-many-parameters", "http://example.org/ns")
        #expect(StanzaError(error.element) == error)
        #expect(StanzaError(condition).advice == condition.usualAdvice)
    }

    @Test("Every advice survives the round trip", arguments: StanzaError.Advice.allCases)
    func advice(advice: StanzaError.Advice) {
        let error = StanzaError(.conflict, advice)
        #expect(StanzaError(error.element) == error)
    }

    @Test("Another address is kept with gone and redirect only", arguments: StanzaError.Condition.allCases)
    func address(condition: StanzaError.Condition) {
        let error = StanzaError(condition, address: "xmpp:romeo@afterlife.example.net")
        let isKept = condition == .gone || condition == .redirect
        #expect(StanzaError(error.element).address == (isKept ? error.address : nil))
    }

    /// The inside of an `error`, and what it is read as.
    static let lenient: [(String, StanzaError)] = [
        ("", .undefinedCondition), ("<future xmlns='\(Namespace.stanzaErrors)'/>", .undefinedCondition),
        ("<conflict xmlns='urn:x'/>", StanzaError(.undefinedCondition, application: Element("conflict", "urn:x"))),
        ("<conflict xmlns='\(Namespace.stanzaErrors)'/><forbidden xmlns='\(Namespace.stanzaErrors)'/>", .conflict),
    ]

    @Test("What nobody knows is an undefined condition", arguments: lenient)
    func lenience(content: String, error: StanzaError) throws {
        #expect(try StanzaError(stanza("<error>\(content)</error>")) == error)
        #expect(try StanzaError(stanza("<error type='future' by='@'>\(content)</error>")) == error)
        #expect(try StanzaError(stanza: stanza("<iq><error>\(content)</error></iq>")) == error)
    }

    @Test("Every stream condition survives the round trip", arguments: StreamCondition.allCases)
    func streamConditions(condition: StreamCondition) throws {
        let error = StreamError(
            condition, texts: LanguageMap("Why", language: "en"), application: Element("escape-your-data", "urn:a"),
            otherHost: condition == .seeOtherHost ? "[2001:41D0:1:A49b::1]:9222" : nil)
        #expect(StreamError(error.element) == error)
        let text = String(decoding: XMLWriter.bytes(of: error.element), as: UTF8.self)
        #expect(text.hasPrefix("<stream:error><\(condition.rawValue) xmlns='urn:ietf:params:xml:ns:xmpp-streams'"))
        #expect(StreamError(try stanza(text)) == error)
    }

    @Test("Only stream errors are read as such")
    func otherElements() throws {
        #expect(StreamError(try stanza("<error/>")) == nil)
        #expect(StreamError(try stanza("<stream:features/>")) == nil)
        #expect(StreamError(try stanza("<stream:error/>")) == StreamError(.undefinedCondition))
    }
}
