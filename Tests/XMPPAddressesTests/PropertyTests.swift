import Testing

@testable import XMPPAddresses

@Suite("Properties of preparation")
struct PropertyTests {
    private static let profiles: [(String, Precis)] = [
        ("usernameCaseMapped", .usernameCaseMapped), ("usernameCasePreserved", .usernameCasePreserved),
        ("opaqueString", .opaqueString), ("nickname", .nickname), ("nicknameComparison", .nicknameComparison),
    ]

    @Test(
        "What is prepared stays as it is, for every code point alone and between letters", arguments: 0..<profiles.count
    )
    func idempotentCodePoints(index: Int) throws {
        let (name, profile) = Self.profiles[index]
        // Without the great blocks of ideographs and syllables, which no rule tells apart.
        let blocks: [ClosedRange<UInt32>] = [0...0x33FF, 0xA000...0xAC20, 0xD780...0x11FFF, 0x1D000...0x1F1FF]
        for value in blocks.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "l\(scalar)l"] {
                guard let once = try? profile.enforce(text) else { continue }
                let twice = try? profile.enforce(once)
                if twice?.bytes != once.bytes { Issue.record("\(name): U+\(String(value, radix: 16)) is not stable") }
            }
        }
    }

    @Test("What is prepared stays as it is, for strings", arguments: 0..<profiles.count)
    func idempotentStrings(index: Int) throws {
        var generator = SeededGenerator(seed: 7622)
        for _ in 0..<1000 {
            let text = Self.text(using: &generator)
            guard let once = try? Self.profiles[index].1.enforce(text) else { continue }
            #expect(try Self.profiles[index].1.enforce(once).bytes == once.bytes)
        }
    }

    @Test("Junk is refused or becomes an address that reads back as itself")
    func junk() throws {
        var generator = SeededGenerator(seed: 5122)
        for _ in 0..<800 {
            let count = Int.random(in: 0...40, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for text in [String(decoding: bytes, as: UTF8.self), Self.text(using: &generator)] {
                try readBack(text)
                try readBack("a@\(text)")
                try readBack("a@example.com/\(text)")
                try readBack("\(text)@xn--\(text)/\(text)")
            }
        }
    }

    private func readBack(_ text: String) throws {
        if let jid = try? JID(text) {
            #expect(try JID(jid.description) == jid)
            #expect(try JID(jid.description).description.bytes == jid.description.bytes)
            #expect(!jid.bare.asciiDomain.utf8.contains { $0 >= 0x80 })
            #expect(try BareJID(jid.bare.asciiDomain) == jid.bare.domainJID)
            #expect(try XMPPURI(XMPPURI(address: jid).description).address == jid)
        }
        if let link = try? XMPPURI("xmpp:\(text)") { #expect(try XMPPURI(link.description) == link) }
        _ = try? BareJID(typed: text)
        #expect(JIDEscaping.unescape(JIDEscaping.escape(text)) == text)
    }

    @Test("The quick way and the long way agree on ASCII")
    func quickWay() throws {
        var generator = SeededGenerator(seed: 6120)
        let alphabet = Array("ab019-.:@/ \\A[]_\u{7F}\"~xn".utf8)
        for _ in 0..<8000 {
            let count = Int.random(in: 0...16, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
            let text = String(decoding: bytes, as: UTF8.self)
            let quick = try? JID(text)
            let long = try? Self.longWay(text)
            #expect(quick == long, "\(text)")
            #expect(quick?.bare.local == long?.bare.local)
            #expect(quick?.bare.domain == long?.bare.domain)
        }
    }

    /// Cuts by hand and prepares each part.
    private static func longWay(_ text: String) throws -> JID {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let address = halves[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let bare = try BareJID(local: address.count == 2 ? address[0] : nil, domain: address[address.count - 1])
        return try JID(bare: bare, resource: halves.count == 2 ? halves[1] : nil)
    }

    /// Code points from blocks where the rules have something to say.
    private static func text(using generator: inout SeededGenerator) -> String {
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x5D0...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
            0x1E00...0x1FFF, 0x2000...0x206F, 0x2100...0x218F, 0x3000...0x30FF, 0xAC00...0xAC80, 0xFB00...0xFDFF,
            0xFE00...0xFFEF, 0x1D400...0x1D4FF, 0x1F300...0x1F6FF,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let block = blocks.randomElement(using: &generator) ?? 0x61...0x7A
            if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
