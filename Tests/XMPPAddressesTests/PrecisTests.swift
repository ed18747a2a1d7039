import Testing

@testable import XMPPAddresses

@Suite("PRECIS profiles")
struct PrecisTests {
    @Test("The user names of RFC 8265 hold", arguments: Vectors.precis.username)
    func usernames(_ row: PrecisVectors.Row) throws {
        guard row.valid == true else {
            #expect(throws: AddressError.self, "\(row.source)") { try Precis.usernameCaseMapped.enforce(row.input) }
            #expect(throws: AddressError.self, "\(row.source)") { try Precis.usernameCasePreserved.enforce(row.input) }
            return
        }
        #expect(try Precis.usernameCaseMapped.enforce(row.input).bytes == row.caseMapped?.bytes, "\(row.source)")
        #expect(try Precis.usernameCasePreserved.enforce(row.input).bytes == row.input.bytes, "\(row.source)")
    }

    @Test("The passwords of RFC 8265 hold", arguments: Vectors.precis.opaqueString)
    func passwords(_ row: PrecisVectors.Row) throws {
        guard row.valid == true else {
            #expect(throws: AddressError.self, "\(row.source)") { try Precis.opaqueString.enforce(row.input) }
            return
        }
        #expect(try Precis.opaqueString.enforce(row.input).bytes == row.output?.bytes, "\(row.source)")
    }

    @Test("The nicknames of RFC 8266 hold", arguments: Vectors.precis.nickname)
    func nicknames(_ row: PrecisVectors.Row) throws {
        #expect(try Precis.nicknameComparison.enforce(row.input).bytes == row.comparison?.bytes, "\(row.source)")
    }

    @Test(
        "A nickname keeps its case and loses spare spaces",
        arguments: [
            ("  Foo \u{3000}  Bar ", "Foo Bar"), ("Richard Ⅳ", "Richard IV"), ("ﬀ", "ff"),
        ])
    func nicknameForDisplay(text: String, result: String) throws {
        #expect(try Precis.nickname.enforce(text) == result)
    }

    @Test("A nickname of spaces is empty")
    func emptyNickname() {
        #expect(throws: AddressError(.text, .empty)) { try Precis.nickname.enforce(" \u{3000} ") }
    }

    @Test(
        "Case is mapped without regard to the end of a word, and İ becomes two",
        arguments: [
            ("ΟΔΟΣ", "οδοσ"), ("İ", "i\u{307}"), ("ǅ", nil), ("ẞ", "ß"), ("ＡＢ", "ab"), ("ｶﾞ", "ガ"),
        ])
    func caseMapping(text: String, result: String?) {
        #expect((try? Precis.usernameCaseMapped.enforce(text))?.bytes == result?.bytes)
    }

    @Test(
        "Context decides for some code points",
        arguments: [
            ("l·l", true), ("l·a", false), ("a·l", false), ("·", false),
            ("\u{375}α", true), ("\u{375}a", false), ("α\u{375}", false),
            ("א\u{5F3}", true), ("\u{5F3}א", false), ("א\u{5F4}", true), ("a\u{5F4}", false),
            ("ア・a", true), ("ひ・", true), ("漢・", true), ("a・b", false),
            ("ا\u{660}", true), ("ا\u{6F0}", true), ("ا\u{660}\u{6F0}", false),
            ("क\u{94D}\u{200D}ष", true), ("क\u{200D}ष", false), ("\u{200D}", false),
            ("क\u{94D}\u{200C}ष", true), ("ب\u{200C}ب", true), ("ب\u{64B}\u{200C}\u{64B}ب", true),
            ("ا\u{200C}ب", false), ("ب\u{200C}", false), ("\u{200C}ب", false), ("a\u{200C}b", false),
        ])
    func context(text: String, isAllowed: Bool) {
        #expect(((try? Precis.usernameCaseMapped.enforce(text)) != nil) == isAllowed)
    }

    @Test(
        "A name written from right to left keeps to the Bidi Rule",
        arguments: [
            ("אב", true), ("א1", true), ("אב\u{5B8}", true), ("א-ב", true), ("א1\u{5B8}", true),
            ("1א", false), ("aא", false), ("אa", false), ("א-", false), ("א!", false),
            ("א\u{660}", true), ("א1\u{660}", false), ("\u{660}", false), ("a\u{660}", false), ("-א", false),
            ("123", true), ("a-", true),
        ])
    func direction(text: String, isAllowed: Bool) {
        if isAllowed {
            #expect((try? Precis.usernameCaseMapped.enforce(text)) == text)
        } else {
            #expect(throws: AddressError(.text, .direction)) { try Precis.usernameCaseMapped.enforce(text) }
        }
    }

    @Test(
        "Code points have the class that RFC 8264 derives",
        arguments: [
            (UInt32(0x20), PrecisClass.freeformOnly), (0x21, .valid), (0x7E, .valid), (0x7F, .disallowed),
            (0x0, .disallowed),
            (0xA0, .freeformOnly), (0xAD, .disallowed), (0xB7, .contextual), (0xDF, .valid), (0x130, .valid),
            (0x1C5, .freeformOnly), (0x378, .unassigned), (0x640, .disallowed), (0x1100, .disallowed),
            (0x1680, .freeformOnly), (0x2019, .freeformOnly), (0x200B, .disallowed), (0x200D, .joinControl),
            (0x2028, .disallowed), (0x2126, .freeformOnly), (0x2163, .freeformOnly), (0x265A, .freeformOnly),
            (0x3007, .valid), (0xAC00, .valid), (0xD7B0, .disallowed), (0xE000, .disallowed), (0xFDD0, .disallowed),
            (0xFE0F, .disallowed), (0xFF21, .freeformOnly), (0xFFFD, .freeformOnly), (0x1F600, .freeformOnly),
            (0x20000, .valid), (0xE0001, .disallowed), (0x10FFFF, .disallowed),
        ])
    func classes(codePoint: UInt32, expected: PrecisClass) {
        #expect(PrecisClass(codePoint) == expected)
    }

    @Test("A new emoji may stand in a resource and not in a user name")
    func newSymbols() throws {
        let text = "\u{1FAE8}"  // Unicode 15
        #expect(try Precis.opaqueString.enforce(text) == text)
        #expect(throws: AddressError.self) { try Precis.usernameCaseMapped.enforce(text) }
        #expect(throws: AddressError.self) { try Precis.opaqueString.enforce("\u{378}") }
    }

    @Test("A text over the bound is refused")
    func bound() throws {
        let longest = String(repeating: "é", count: 8192)
        #expect(try Precis.opaqueString.enforce(longest) == longest)
        #expect(throws: AddressError(.text, .tooLong)) { try Precis.opaqueString.enforce(longest + "a") }
    }
}
