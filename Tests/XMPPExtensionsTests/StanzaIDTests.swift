import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@Suite("Ids that archives give (XEP-0359)")
struct StanzaIDTests {
    private func id(_ content: String, by archive: String = "juliet@capulet.lit") throws -> String? {
        let text = "<message xmlns='jabber:client'>\(content)</message>"
        let message = try Message(try XMLStreamParser.parseDocument(Array(text.utf8)))
        return StanzaID.id(in: message.payloads, by: try BareJID(archive))
    }

    private static func element(_ attributes: String) -> String { "<stanza-id xmlns='urn:xmpp:sid:0' \(attributes)/>" }

    @Test("An archived message has the id that the account's own address gave")
    func specification() throws {
        let message = try Message(golden("xep-0313", "live").element)
        #expect(StanzaID.id(in: message.payloads, by: try BareJID("juliet@capulet.lit")) == "28482-98726-73623")
        #expect(StanzaID.id(in: message.payloads, by: try BareJID("romeo@montague.lit")) == nil)
    }

    @Test("The archive's word is found among what others claim")
    func amongOthers() throws {
        let content =
            Self.element("by='romeo@montague.lit' id='9'") + Self.element("by='juliet@capulet.lit' id='1'")
            + Self.element("by='juliet@capulet.lit/balcony' id='8'") + Self.element("id='7'")
        #expect(try id(content) == "1")
        #expect(try id(content, by: "tybalt@capulet.lit") == nil)
    }

    @Test(
        "An id that cannot be one is none",
        arguments: [
            element("by='juliet@capulet.lit'"), element("by='juliet@capulet.lit' id=''"),
            element("by='juliet@capulet.lit' id='\(String(repeating: "x", count: 1_025))'"),
            element("by='juliet@capulet.lit' id='1'") + element("by='juliet@capulet.lit' id='2'"),
            element("by='@' id='1'"), "<stanza-id xmlns='urn:example' by='juliet@capulet.lit' id='1'/>", "",
        ])
    func none(content: String) throws { #expect(try id(content) == nil) }
}
