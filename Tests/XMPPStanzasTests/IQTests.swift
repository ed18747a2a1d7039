import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@Suite("Requests and answers")
struct IQTests {
    /// An `iq` and what is wrong with it (RFC 6120 §8.2.3).
    static let refused: [(String, StanzaProblem)] = [
        ("<iq type='get'><a/></iq>", .missingID), ("<iq id='1'><a/></iq>", .unknownType),
        ("<iq id='1' type='GET'><a/></iq>", .unknownType), ("<iq id='1' type='get'/>", .wrongChildren),
        ("<iq id='1' type='set'>x</iq>", .wrongChildren), ("<iq id='1' type='set'><a/><b/></iq>", .wrongChildren),
        ("<iq id='1' type='result'><a/><b/></iq>", .wrongChildren),
        ("<iq id='1' type='get' to='@'><a/></iq>", .malformedAddress),
        ("<iq xmlns='urn:x' id='1' type='get'><a/></iq>", .unknownStanza),
    ]

    @Test("Malformed ones are refused", arguments: refused)
    func refusal(text: String, problem: StanzaProblem) {
        #expect(throws: problem) { try IQ(stanza(text)) }
    }

    @Test("The four types carry what they may")
    func content() throws {
        let payload = Element("a", "urn:a")
        #expect(try IQ(stanza("<iq id='1' type='get'> <a xmlns='urn:a'/></iq>")).content == .get(payload))
        #expect(try IQ(stanza("<iq id='1' type='set'><a xmlns='urn:a'/></iq>")).payload == payload)
        #expect(try IQ(stanza("<iq id='1' type='result'/>")).content == .result(nil))
        #expect(try IQ(stanza("<iq id='1' type='error'/>")).content == .error(.undefinedCondition))
        let echo =
            "<iq id='1' type='error'><a xmlns='urn:a'/><error><conflict xmlns='\(Namespace.stanzaErrors)'/></error></iq>"
        #expect(try IQ(stanza(echo)).content == .error(.conflict))
    }

    @Test("Requests are answered, answers are not")
    func answers() throws {
        let request = IQ(.get(Element("a", "urn:a")), id: "1", to: try JID("a@b"), from: try JID("c@d/e"))
        let result = try #require(request.answered(with: Element("b", "urn:a")))
        #expect(result == IQ(.result(Element("b", "urn:a")), id: "1", to: try JID("c@d/e"), from: try JID("a@b")))
        let error = try #require(request.refused(with: .serviceUnavailable))
        #expect(error.content == .error(.serviceUnavailable))
        for answer in [result, error] {
            #expect(answer.answered() == nil)
            #expect(answer.refused(with: .badRequest) == nil)
            #expect(try IQ(answer.element) == answer)
        }
    }
}
