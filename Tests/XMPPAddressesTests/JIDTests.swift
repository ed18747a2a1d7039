import Foundation
import Testing

@testable import XMPPAddresses

@Suite("Addresses")
struct JIDTests {
    @Test("The vectors of RFC 7622 hold", arguments: Vectors.jid.jids)
    func vectors(_ row: JIDVectors.Address) throws {
        switch row.valid {
        case .some(true):
            let jid = try JID(row.input)
            #expect(jid.description.bytes == row.normalized?.bytes, "\(row.source)")
            #expect(jid.bare.local?.bytes ?? [] == row.local?.bytes)
            #expect(jid.bare.domain.bytes == row.domain?.bytes)
            #expect(jid.resource?.bytes ?? [] == row.resource?.bytes)
            #expect(try JID(jid.description) == jid)
        case .some(false):
            #expect(throws: AddressError.self, "\(row.source)") { try JID(row.input) }
        case nil:
            if let jid = try? JID(row.input) { #expect(try JID(jid.description) == jid) }
        }
    }

    @Test("Limits count bytes", arguments: Vectors.jid.lengthLimits)
    func limits(_ row: JIDVectors.Limit) throws {
        let isTwoByte = row.note != nil
        let part = String(repeating: isTwoByte ? "é" : "a", count: isTwoByte ? row.octets / 2 : row.octets)
        let text =
            switch row.part {
            case "local": "\(part)@example.com"
            case "domain": part
            default: "a@example.com/\(part)"
            }
        if row.valid {
            #expect(try JID(text).description == text)
        } else {
            #expect(throws: AddressError.self) { try JID(text) }
        }
    }

    @Test("Addresses are equal when their prepared forms are", arguments: Vectors.jid.equality)
    func equality(_ row: JIDVectors.Pair) throws {
        let left = try JID(row.a)
        let right = try JID(row.b)
        #expect((left == right) == row.equal)
        #expect(Set([left, right]).count == (row.equal ? 1 : 2))
    }

    @Test(
        "Each refusal names the part and the reason",
        arguments: [
            ("", AddressError.Part.domain, AddressError.Reason.empty),
            ("@example.com", .local, .empty),
            ("juliet@", .domain, .empty),
            ("juliet@example.com/", .resource, .empty),
            ("ju liet@example.com", .local, .disallowed),
            ("＠juliet@example.com", .local, .disallowed),
            ("juliet@b@example.com", .domain, .disallowed),
            ("juliet@example.com/a\u{0}", .resource, .disallowed),
            ("juliet@exa\u{0}mple.com", .domain, .disallowed),
            ("a\u{378}@example.com", .local, .unassigned),
            ("a·b@example.com", .local, .context),
            ("1א@example.com", .local, .direction),
            ("juliet@a..example.com", .domain, .label),
            ("juliet@.example.com", .domain, .label),
            ("juliet@example.com..", .domain, .label),
            ("juliet@-a.example.com", .domain, .label),
            ("juliet@a-.example.com", .domain, .label),
            ("juliet@ab--c.example.com", .domain, .label),
            ("juliet@a_b.example.com", .domain, .disallowed),
            ("juliet@xn--a.example.com", .domain, .internationalised),
            ("juliet@xn--.example.com", .domain, .label),
            ("juliet@♚.example.com", .domain, .internationalised),
            ("juliet@256.0.0.1", .domain, .ipAddress),
            ("juliet@127.1", .domain, .ipAddress),
            ("juliet@1.2.3.04", .domain, .ipAddress),
            ("juliet@[fe80::1%eth0]", .domain, .ipAddress),
            ("juliet@[::1", .domain, .ipAddress),
            ("juliet@[::1]x", .domain, .ipAddress),
            ("juliet@[v1.a]", .domain, .ipAddress),
        ])
    func refusals(text: String, part: AddressError.Part, reason: AddressError.Reason) {
        let error = #expect(throws: AddressError.self) { try JID(text) }
        #expect(error?.part == part)
        #expect(error?.reason == reason)
    }

    @Test(
        "Domains are kept in one form",
        arguments: [
            ("EXAMPLE.com", "example.com"),
            ("Ａ.example。com", "a.example.com"),
            ("BÜCHER.example", "bücher.example"),
            ("bu\u{308}cher.example", "bücher.example"),
            ("xn--bcher-kva.example", "bücher.example"),
            ("XN--BCHER-KVA.example.", "bücher.example"),
            ("faß.example", "faß.example"),
            ("localhost", "localhost"),
            ("a--b.example", "a--b.example"),
            ("3com.example", "3com.example"),
            ("192.0.2.1.", "192.0.2.1"),
            ("[2001:DB8:0:0:0:0:0:1]", "[2001:db8::1]"),
            ("[::ffff:192.0.2.1]", "[::ffff:192.0.2.1]"),
        ])
    func domains(text: String, domain: String) throws {
        let jid = try BareJID("juliet@" + text)
        #expect(jid.domain.bytes == domain.bytes)
        #expect(jid == (try BareJID(local: "juliet", domain: text)))
        #expect(try BareJID(jid.description) == jid)
    }

    @Test(
        "A domain has a form for DNS",
        arguments: [
            ("example.com", "example.com"), ("bücher.example", "xn--bcher-kva.example"),
            ("faß.example", "xn--fa-hia.example"),
            ("納豆.example.org", "xn--99zt52a.example.org"), ("192.0.2.1", "192.0.2.1"), ("[::1]", "[::1]"),
        ])
    func asciiDomain(text: String, ascii: String) throws {
        #expect(try BareJID("a@" + text).asciiDomain == ascii)
    }

    @Test("An IP address is recognised and a name is not")
    func ipAddress() throws {
        #expect(try BareJID("192.0.2.1").ipAddress == "192.0.2.1")
        #expect(try BareJID("a@[::1]").ipAddress == "::1")
        #expect(try BareJID("1.2.3.4a").ipAddress == nil)
        #expect(try BareJID("1.2.3.example").ipAddress == nil)
    }

    @Test("A domain longer than DNS can carry is refused")
    func longDomains() throws {
        let label = String(repeating: "a", count: 63)
        let longest = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
        #expect(try BareJID(longest).domain == longest)
        #expect(throws: AddressError(.domain, .tooLong)) { try BareJID(longest + "a") }
        #expect(throws: AddressError(.domain, .label)) { try BareJID(label + "a.example") }
        let wide = String(repeating: "ü", count: 50)
        #expect(try BareJID("\(wide).\(wide).example").domain == "\(wide).\(wide).example")
        let tooWide = Array(repeating: wide, count: 5).joined(separator: ".")
        #expect(throws: AddressError.self) { try BareJID(tooWide) }
        #expect(throws: AddressError.self) { try BareJID(wide + wide + ".example") }
    }

    @Test("A part that grows over the limit while it is prepared is refused")
    func growingPart() {
        let text = String(repeating: "\u{130}", count: 400)  // 800 bytes become 1200
        #expect(throws: AddressError(.local, .tooLong)) { try BareJID(local: text, domain: "example.com") }
    }

    @Test("A bare address refuses a resource, a full one needs it")
    func resources() throws {
        #expect(throws: AddressError(.text, .unexpectedResource)) { try BareJID("a@example.com/r") }
        #expect(throws: AddressError(.resource, .empty)) { try FullJID("a@example.com") }
        let full = try FullJID("A@example.com/R")
        #expect(full == (try FullJID(bare: BareJID("a@example.com"), resource: "R")))
        #expect(full.description == "a@example.com/R")
        #expect(try JID(bare: full.bare, resource: nil) == .bare(full.bare))
        #expect(try JID(bare: full.bare, resource: "R") == .full(full))
        #expect(try JID(bare: full.bare, resource: "R").description == "a@example.com/R")
    }

    @Test("The server of an address is its domain")
    func domainJID() throws {
        #expect(try BareJID("a@example.com").domainJID == BareJID("example.com"))
        #expect(try BareJID("example.com").domainJID == BareJID("example.com"))
        #expect(try BareJID("example.com").hasLocal == false)
        #expect(try BareJID("a@example.com").hasLocal)
    }

    @Test("Addresses are sorted by their text")
    func order() throws {
        let sorted = try ["a@a.example", "a@b.example", "b@a.example"].map { try BareJID($0) }
        #expect(sorted.reversed().sorted() == sorted)
        let full = try ["a@a.example/1", "a@a.example/2", "a@b.example/0"].map { try FullJID($0) }
        #expect(full.reversed().sorted() == full)
    }

    @Test("A bare address is coded as one string")
    func coding() throws {
        let jid = try BareJID("a@example.com")
        #expect(try JSONDecoder().decode([BareJID].self, from: Data(#"["A@example.com"]"#.utf8)) == [jid])
        #expect(String(decoding: try JSONEncoder().encode([jid]), as: UTF8.self) == #"["a@example.com"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([BareJID].self, from: Data(#"["@"]"#.utf8))
        }
    }

    @Test("An error is one sentence and does not quote the text")
    func sentences() {
        #expect(
            AddressError(.local, .disallowed, codePoint: " ").description
                == "The part before the @ contains a character not allowed there (U+0020).")
        #expect(AddressError(.domain, .empty).description == "The domain is empty.")
    }
}
