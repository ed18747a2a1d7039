import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@Suite("Presences")
struct PresenceTests {
    @Test("All parts of the example of RFC 6121 §4.7.2.3 are read")
    func example() throws {
        let presence = try Presence(
            stanza(
                """
                <presence xml:lang='en'><show>dnd</show><status>Wooing Juliet</status>\
                <status xml:lang='cs'>Dvořím se Julii</status><priority>1</priority><c xmlns='urn:c'/></presence>
                """))
        #expect(presence.type == .available)
        #expect(presence.show == .dnd)
        #expect(presence.statuses["en"] == "Wooing Juliet")
        #expect(presence.statuses["cs"] == "Dvořím se Julii")
        #expect(presence.priority == 1)
        #expect(presence.payloads == [Element("c", "urn:c")])
    }

    @Test("Every type and show survives the round trip", arguments: Presence.Kind.allCases, Presence.Show.allCases)
    func roundTrip(type: Presence.Kind, show: Presence.Show) throws {
        var presence = Presence(type, show: show, priority: -128)
        if type == .error { presence.error = .forbidden }
        #expect(try Presence(presence.element) == presence)
    }

    /// Content of a presence, with the show and priority it stands for.
    static let lenient: [(String, Presence.Show, Int8)] = [
        ("", .online, 0), ("<show>future</show>", .online, 0), ("<show> away\n</show>", .away, 0),
        ("<show/>", .online, 0), ("<show>xa</show><show>dnd</show>", .xa, 0),
        ("<show xmlns='urn:x'>xa</show>", .online, 0),
        ("<show>online</show>", .online, 0),
        ("<priority>-128</priority>", .online, -128), ("<priority>127</priority>", .online, 127),
        ("<priority>128</priority>", .online, 127), ("<priority>-1000</priority>", .online, -128),
        ("<priority>99999999999999999999</priority>", .online, 0), ("<priority>x</priority>", .online, 0),
        ("<priority> 5 </priority>", .online, 5), ("<priority>+5</priority>", .online, 5), ("<priority/>", .online, 0),
        ("<priority>1</priority><priority>2</priority>", .online, 1),
    ]

    @Test("Unknown shows and priorities out of range are coped with", arguments: lenient)
    func lenience(content: String, show: Presence.Show, priority: Int8) throws {
        let presence = try Presence(stanza("<presence>\(content)</presence>"))
        #expect(presence.show == show)
        #expect(presence.priority == priority)
    }

    @Test("An unknown type is refused", arguments: ["invisible", "", "available", "Subscribe"])
    func unknownType(type: String) {
        #expect(throws: StanzaProblem.unknownType) { try Presence(stanza("<presence type='\(type)'/>")) }
    }

    @Test("An error reply swaps the addresses, and answers no error")
    func reply() throws {
        let presence = Presence(.subscribe, to: try JID("a@b"), from: try JID("c@d/e"), id: "1")
        let reply = try #require(presence.refused(with: .forbidden))
        let wanted = Presence(.error, to: try JID("c@d/e"), from: try JID("a@b"), id: "1", error: .forbidden)
        #expect(reply == wanted)
        #expect(reply.refused(with: .forbidden) == nil)
        #expect(try Presence(stanza("<presence type='error'/>")).error == .undefinedCondition)
    }
}
