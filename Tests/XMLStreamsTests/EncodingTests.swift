import TestSupport
import Testing
import XMLStreams

@Suite("Strict UTF-8 and XML characters")
struct EncodingTests {
    static let refused: [(String, [UInt8])] = [
        ("lone continuation", [0x80]), ("second lone continuation", [0xBF]),
        ("overlong slash", [0xC0, 0xAF]), ("overlong 7F", [0xC1, 0xBF]), ("overlong in three", [0xE0, 0x80, 0xAF]),
        ("overlong 7FF", [0xE0, 0x9F, 0xBF]), ("overlong in four", [0xF0, 0x80, 0x80, 0xAF]),
        ("overlong FFFF", [0xF0, 0x8F, 0xBF, 0xBF]), ("overlong NUL", [0xC0, 0x80]),
        ("surrogate D800", [0xED, 0xA0, 0x80]), ("surrogate DFFF", [0xED, 0xBF, 0xBF]),
        ("beyond 10FFFF", [0xF4, 0x90, 0x80, 0x80]), ("F5", [0xF5, 0x80, 0x80, 0x80]), ("FF", [0xFF]), ("FE", [0xFE]),
        ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]), ("cut two", [0xC3, 0x20]), ("cut three", [0xE2, 0x82, 0x20]),
        ("cut four", [0xF0, 0x9F, 0x98, 0x20]), ("lead in lead", [0xE2, 0xE2, 0x82, 0xAC]),
        ("U+FFFE", [0xEF, 0xBF, 0xBE]), ("U+FFFF", [0xEF, 0xBF, 0xBF]),
        ("NUL", [0x00]), ("escape", [0x1B]), ("backspace", [0x08]), ("vertical tab", [0x0B]), ("1F", [0x1F]),
    ]

    @Test("Refused in text and attributes, however cut", arguments: refused)
    func refusal(name: String, bytes: [UInt8]) {
        let before: [[UInt8]] = [Array("<a>padding padding".utf8), Array("<a b='".utf8)]
        for start in before {
            let all = start + bytes + Array("'>padding padding</a>".utf8)
            #expect(feed([streamHeader, all]).error?.condition == .notWellFormed)
            #expect(feed([streamHeader] + bytewise(all)).error?.condition == .notWellFormed)
        }
    }

    static let accepted = [
        "\u{7F}", "\u{80}", "\u{9F}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}",
        "\u{10000}", "\u{1FFFE}", "\u{10FFFF}", "\t", "\n", "ĝis la revido", "👩‍👩‍👧", "\u{202E}abc", "ﷺ",
        "\u{EFFF}\u{FFC0}",
    ]

    @Test("Accepted in text and, escaped, in attributes", arguments: accepted)
    func acceptance(text: String) throws {
        let element = Element("a", .client, ["b": text], text: text)
        let bytes = XMLWriter.bytes(of: element)
        #expect(feed([streamHeader, bytes]).stanzas == [element])
        #expect(feed([streamHeader] + bytewise(bytes)).stanzas == [element])
    }

    @Test("Every two-byte sequence is judged as the standard library judges it")
    func pairs() {
        for first in UInt8(0x80)...0xFF {
            for second in UInt8(0x80)...0xFF {
                let isValid = String(validating: [first, second], as: UTF8.self) != nil
                let outcome = feed([streamHeader, Array("<a>".utf8) + [first, second] + Array("</a>".utf8)])
                #expect((outcome.error == nil) == isValid)
            }
        }
    }

    @Test("A declaration of UTF-8 in any case is fine", arguments: ["UTF-8", "utf-8", "utf8"])
    func declaration(encoding: String) {
        let outcome = feed("<?xml version='1.0' encoding=\"\(encoding)\" ?>\n<a xmlns='u'><b/></a>")
        #expect(outcome.error == nil)
        #expect(outcome.events.count == 3)
    }
}
