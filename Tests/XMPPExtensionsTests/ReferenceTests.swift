import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@Suite("References and mentions")
struct ReferenceTests {
    @Test("The references of the specification survive the round trip", arguments: try golden("xep-0372"))
    func references(sample: Golden) throws {
        let element = try #require(sample.element.child("reference", .references))
        #expect(try Reference(element).element.canonical == element.canonical)
    }

    @Test("A mention names an account and a part of the body")
    func mention() throws {
        let message = try Message(golden("xep-0372", "01-romeo-sends-a-message-mentioning-juliet").element)
        let reference = try #require(try message.payload(Reference.self))
        #expect(reference.mentioned == (try BareJID("juliet@capulet.lit")))
        let text = try #require(message.bodies.first?.text)
        #expect(reference.range(within: text.unicodeScalars.count) == 72..<78)
        #expect(Reference(.mention, uri: reference.uri, range: 72..<78) == reference)
    }

    @Test(
        "Only an address without a question mentions somebody",
        arguments: [
            (Reference.Kind.mention, "xmpp:juliet@capulet.lit", true), (.mention, "xmpp:juliet@capulet.lit/x", true),
            (.data, "xmpp:juliet@capulet.lit", false), (.mention, "xmpp:juliet@capulet.lit?message", false),
            (.mention, "https://capulet.lit", false), (.mention, "juliet@capulet.lit", false), (.mention, "", false),
        ])
    func mentioned(kind: Reference.Kind, uri: String, isSomebody: Bool) {
        #expect((Reference(kind, uri: uri).mentioned != nil) == isSomebody)
    }

    @Test(
        "Malformed references are refused",
        arguments: ["type='x' uri='a:b'", "type='data'", "uri='a:b'", "type='data' uri='a:b' begin='-1'"])
    func malformed(attributes: String) throws {
        let element = try stanza("<reference xmlns='urn:xmpp:reference:0' \(attributes)/>")
        #expect(throws: CodecError.self) { try Reference(element) }
    }

    @Test(
        "A part lies in the body, and is not empty",
        arguments: [(0, 5, true), (4, 5, true), (4, 6, false), (3, 3, false), (4, 3, false), (0, 4_294_967_295, false)]
            as [(UInt32, UInt32, Bool)])
    func range(begin: UInt32, end: UInt32, isIn: Bool) throws {
        var reference = Reference(.data, uri: "a:b")
        (reference.begin, reference.end) = (begin, end)
        #expect((reference.range(within: 5) != nil) == isIn)
        var mention = ExplicitMention(try JID("a@b"))
        (mention.begin, mention.end) = (begin, end)
        #expect((mention.range(within: 5, language: "") != nil) == isIn)
        mention.end = nil
        reference.begin = nil
        #expect(reference.range(within: 5) == nil && mention.range(within: 5, language: "") == nil)
    }

    @Test("The mentions of the specification survive the round trip", arguments: try golden("xep-0513"))
    func mentions(sample: Golden) throws {
        let elements = sample.element.children("mention", .mentions)
        #expect(!elements.isEmpty)
        for element in elements {
            let again = try ExplicitMention(element).element
            #expect(again.canonical(.dropped) == element.canonical(.dropped))
        }
    }

    @Test("Who is meant, and how")
    func meant() throws {
        func first(_ name: String) throws -> ExplicitMention {
            try #require(try Message(golden("xep-0513", name).element).payload(ExplicitMention.self))
        }
        let one = try first("01-mentioning-a-user-in-a-room")
        #expect(one.occupantID == "alice@occupant-id" && one.group == nil && !one.isWholeRoom && !one.isSilent)
        let room = try first("02-mention-all-users-in-a-room")
        #expect(room.isWholeRoom && !room.isForActive)
        #expect(try !first("04-mention-all-users-of-a-server").isWholeRoom)
        #expect(try first("09-mention-all-active-users-of-a-room").isForActive)
        #expect(try first("10-mention-a-user-without-notifying-them").isSilent)
        let english = try first("08-mentioning-a-user-in-two-languages")
        #expect(english.range(within: 30, language: "EN") == 3..<8)
        #expect(english.range(within: 30, language: "") == 3..<8)
        #expect(english.range(within: 30, language: "ja") == nil)
    }

    @Test(
        "Who names nobody, or somebody with an endless name, is not understood",
        arguments: [
            ("", false), ("occupantid=''", false), ("jid='@'", false), ("jid='a@b'", true), ("mentions='x'", true),
        ])
    func malformedMentions(attributes: String, isUnderstood: Bool) throws {
        let element = try stanza("<mention xmlns='urn:xmpp:mentions:0' \(attributes)/>")
        #expect(((try? ExplicitMention(element)) != nil) == isUnderstood)
    }

    @Test("Names have a bound", arguments: [(1024, true), (1025, false)])
    func bound(count: Int, isUnderstood: Bool) {
        let element = Element("mention", .mentions, ["occupantid": String(repeating: "a", count: count)])
        #expect(((try? ExplicitMention(element)) != nil) == isUnderstood)
    }
}
