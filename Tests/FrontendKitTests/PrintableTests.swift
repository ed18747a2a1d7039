import FrontendKit
import Testing

@Suite("Text of others, made safe")
struct PrintableTests {
    @Test(
        "What could steer a terminal becomes a visible mark",
        arguments: [
            ("plain text, ümläut, 漢字, 👩‍👩‍👧", "plain text, ümläut, 漢字, 👩‍👩‍👧"),
            ("\u{1B}]0;owned\u{7}", "␛]0;owned␇"),
            ("a\u{9B}31mb", "a‹U+009B›31mb"),
            ("\u{90}q\u{9C}\u{9D}", "‹U+0090›q‹U+009C›‹U+009D›"),
            ("tab\there\r\nnext", "tab␉here␍␊next"),
            ("a\u{7F}", "a␡"),
            ("evil\u{202E}cod", "evil‹U+202E›cod"),
            ("\u{2066}a\u{2069}", "‹U+2066›a‹U+2069›"),
            ("a\u{2028}b\u{2029}", "a‹U+2028›b‹U+2029›"),
            ("\u{E0001}\u{FFF9}", "‹U+E0001›‹U+FFF9›"),
            ("\u{0}", "␀"),
        ])
    func marks(text: String, shown: String) {
        #expect(RemoteText(text).printable == shown)
    }

    @Test("Every control and every override is marked, and nothing else of ASCII and Latin 1")
    func everyControl() {
        for value in UInt32(0)...0xFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl = scalar.properties.generalCategory == .control
            #expect((Printable.line(String(scalar)) != String(scalar)) == isControl, "U+\(value)")
        }
        let others: [UInt32] = [
            0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFDD0, 0xFFFE, 0x10FFFF,
        ]
        for value in others {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(!Printable.line(String(scalar)).unicodeScalars.contains(scalar))
        }
    }

    @Test("A line that runs from right to left is isolated from its neighbours, others are not")
    func isolation() {
        #expect(RemoteText("שלום").printable == "\u{2068}שלום\u{2069}")
        #expect(RemoteText("abc مرحبا").printable == "\u{2068}abc مرحبا\u{2069}")
        #expect(RemoteText("abc漢").printable == "abc漢")
        #expect(RemoteText("a\u{200F}b").printable == "\u{2068}a\u{200F}b\u{2069}")
    }

    @Test("Lines are split at every line end, tabs are spaces, each line is safe and isolated by itself")
    func lines() {
        #expect(RemoteText("a\nb\r\nc\rd\u{2028}e\u{85}f").printableLines == ["a", "b", "c", "d", "e", "f"])
        #expect(RemoteText("a\tb\n\u{1B}").printableLines == ["a    b", "␛"])
        #expect(RemoteText("a\nשלום\nb").printableLines == ["a", "\u{2068}שלום\u{2069}", "b"])
        #expect(RemoteText("").printableLines == [""])
        #expect(RemoteText("\n\n").printableLines == ["", "", ""])
    }

    @Test("Interpolating remote text shows its length, never its content")
    func interpolation() {
        let text = RemoteText("secret")
        #expect("\(text)" == "‹6 remote characters›")
        #expect(String(reflecting: text) == "‹6 remote characters›")
        var dumped = ""
        dump(text, to: &dumped)
        #expect(!dumped.contains("secret"))
    }

    @Test("In JSON text dangerous scalars are escapes, which mean the same")
    func json() {
        #expect(Printable.json("{\"a\":\"b\u{9B}\u{202E}\u{E0001}é\"}") == #"{"a":"b\u009b\u202e\udb40\udc01é"}"#)
        #expect(Printable.json("{}") == "{}")
    }
}
