import Testing

@testable import XMPPAddresses

@Suite("Escaping in local parts")
struct EscapingTests {
    @Test("The vectors of XEP-0106 hold", arguments: Vectors.jid.escaping)
    func vectors(_ row: JIDVectors.Escape) throws {
        if let typed = row.unescapedJid {
            let jid = try BareJID(typed: typed)
            #expect(jid.description == row.escapedJid, "\(row.source)")
            #expect(jid.unescaped == row.display ?? typed, "\(row.source)")
        } else if let escaped = row.escapedJid {
            #expect(try BareJID(escaped).unescaped.hasPrefix(row.displayLocal ?? "none"), "\(row.source)")
        } else if let expect = row.expect, let typed = row.unescapedLocal {
            #expect(throws: AddressError(.local, .disallowed, codePoint: " "), "\(expect)") {
                try BareJID(typed: typed + "@example.com")
            }
        } else if let typed = row.unescapedLocal, let escaped = row.escapedLocal, row.note != nil {
            try table(typed, escaped)
        } else if let escaped = row.escapedLocal {
            #expect(JIDEscaping.unescape(escaped) == row.display ?? row.displayLocal, "\(row.source)")
            if let typed = row.unescapedLocal { #expect(JIDEscaping.escape(typed) == escaped) }
        } else {
            Issue.record("A row that nothing tests: \(row)")
        }
    }

    /// The map of §3.2, one character at a time, between letters.
    private func table(_ typed: String, _ escaped: String) throws {
        let codes = stride(from: 0, to: escaped.utf8.count, by: 3).map { escaped.utf8Slice($0..<($0 + 3)) }
        try #require(codes.count == typed.count)
        for (character, code) in zip(typed, codes) {
            #expect(JIDEscaping.unescape("a\(code)b") == "a\(character)b")
            if character != "\\" { #expect(JIDEscaping.escape("a\(character)b") == "a\(code)b") }
        }
        #expect(JIDEscaping.escape("a\\20b") == "a\\5c20b")
    }

    @Test("A space at an edge is neither escaped nor shown")
    func edges() {
        #expect(JIDEscaping.escape(" a") == " a")
        #expect(JIDEscaping.escape("a ") == "a ")
        #expect(JIDEscaping.unescape("\\20a\\20") == "\\20a\\20")
        #expect(JIDEscaping.unescape("\\20") == "\\20")
    }

    @Test("Upper-case digits are no escape, and are guarded before they become one")
    func upperCase() throws {
        #expect(JIDEscaping.unescape("a\\2Fb") == "a\\2Fb")
        #expect(try BareJID(typed: "a\\2Fb@example.com").unescaped == "a\\2fb@example.com")
    }

    @Test("What is typed may be a mere domain, and is bounded")
    func typed() throws {
        #expect(try BareJID(typed: "Example.com").description == "example.com")
        #expect(throws: AddressError.self) { try BareJID(typed: "a@example.com/b") }
        #expect(throws: AddressError(.text, .tooLong)) { try BareJID(typed: String(repeating: "a", count: 5000)) }
    }
}
