import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@Suite("Delayed delivery")
struct DelayTests {
    @Test("The notes of the specification survive the round trip", arguments: try golden("xep-0203"))
    func roundTrip(sample: Golden) throws {
        let note = try #require(sample.element.child("delay", .delay))
        #expect(try Delay(note).element.canonical == note.canonical)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let from: String?
        let authority: String
        let credence: Delay.Credence?
        var testDescription: String { "\(from ?? "–") in a stanza of \(authority)" }
    }

    static let cases = [
        Case(from: "example.com", authority: "romeo@example.net/x", credence: .server),
        Case(from: "juliet@example.com", authority: "romeo@example.net/x", credence: .server),
        Case(from: "example.com", authority: "account", credence: .server),
        Case(from: "romeo@example.net/x", authority: "romeo@example.net/x", credence: .sender),
        Case(from: "romeo@example.net/y", authority: "romeo@example.net/x", credence: .sender),
        Case(from: "example.net", authority: "romeo@example.net/x", credence: .sender),
        Case(from: nil, authority: "romeo@example.net/x", credence: .sender),
        Case(from: "paris@example.net", authority: "romeo@example.net/x", credence: nil),
        Case(from: "evil.example", authority: "romeo@example.net/x", credence: nil),
        Case(from: "room@rooms.example.com", authority: "room", credence: .room),
        Case(from: nil, authority: "room", credence: .room),
        Case(from: "other@rooms.example.com", authority: "room", credence: nil),
        Case(from: "example.com", authority: "room", credence: .server),
    ]

    @Test("A note is believed as far as who wrote it", arguments: cases)
    func table(row: Case) throws {
        let account = try BareJID("juliet@example.com")
        let authority: Authority =
            switch row.authority {
            case "account": .ownAccount
            case "room": .room(try JID("room@rooms.example.com/nurse"))
            default: .stranger(try JID(row.authority))
            }
        let delay = Delay(from: try row.from.map { try JID($0) }, stamp: XMPPDateTime(microseconds: 1))
        #expect(Delay.best(in: [delay.element], from: authority, account: account)?.1 == row.credence)
    }

    @Test("Our server's note comes before the sender's, and malformed ones count for nothing")
    func best() throws {
        let account = try BareJID("juliet@example.com")
        let sender = try JID("romeo@example.net/x")
        let notes = [
            Element("delay", .delay), Element("delay", .delay, ["stamp": "yesterday"]),
            Delay(from: sender, stamp: XMPPDateTime(microseconds: 1)).element,
            Delay(from: try JID("example.com"), stamp: XMPPDateTime(microseconds: 2)).element,
        ]
        let found = try #require(Delay.best(in: notes, from: .stranger(sender), account: account))
        #expect(found.0.stamp.microseconds == 2)
        #expect(found.1 == .server)
        #expect(Delay.best(in: Array(notes.prefix(2)), from: .stranger(sender), account: account) == nil)
    }
}
