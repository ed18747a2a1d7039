import Testing
import XMPPAddresses
import XMPPSessions

@Suite("Authority")
struct AuthorityStampTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let from: String?
        let kind: Authority.Kinds
        let mayKnow: Bool
        var testDescription: String { from ?? "no from" }
    }

    static let cases = [
        Case(from: nil, kind: .ownAccount, mayKnow: true),
        Case(from: "juliet@example.com", kind: .ownAccount, mayKnow: true),
        Case(from: "JULIET@Example.COM", kind: .ownAccount, mayKnow: true),
        Case(from: "juliet@example.com/balcony", kind: .ownDevice, mayKnow: true),
        Case(from: "juliet@example.com.", kind: .ownAccount, mayKnow: true),
        Case(from: "example.com", kind: .ownServer, mayKnow: true),
        Case(from: "example.com/juliet", kind: .stranger, mayKnow: false),
        Case(from: "juliet@example.com.evil.example", kind: .stranger, mayKnow: false),
        Case(from: "jul\u{456}et@example.com", kind: .stranger, mayKnow: false),
        Case(from: "nurse@example.com", kind: .contact, mayKnow: true),
        Case(from: "nurse@example.com/chamber", kind: .contact, mayKnow: true),
        Case(from: "paris@example.com", kind: .contact, mayKnow: false),
        Case(from: "tybalt@example.com", kind: .stranger, mayKnow: false),
        Case(from: "garden@rooms.example.com/nurse", kind: .room, mayKnow: true),
        Case(from: "garden@rooms.example.com", kind: .room, mayKnow: true),
        Case(from: "other@rooms.example.com/nurse", kind: .stranger, mayKnow: false),
    ]

    private func stamp() throws -> AuthorityStamp {
        let standings: [BareJID: ContactStanding] = [
            try BareJID("nurse@example.com"): [.seen, .sees, .listed],
            try BareJID("paris@example.com"): [.seen, .listed],
            try BareJID("tybalt@example.com"): .listed,
        ]
        let room = try BareJID("garden@rooms.example.com")
        return AuthorityStamp(account: try BareJID("juliet@example.com")) {
            standings[$0] ?? []
        } isJoinedRoom: {
            $0 == room
        }
    }

    @Test("Who speaks follows from the address alone", arguments: cases)
    func table(row: Case) throws {
        let stamp = try stamp()
        let authority = stamp.authority(of: try row.from.map { try JID($0) })
        #expect(authority.kind == row.kind)
        #expect(stamp.mayKnowPresence(authority) == row.mayKnow)
    }
}
