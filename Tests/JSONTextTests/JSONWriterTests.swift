import Foundation
import JSONText
import Testing

@Suite("JSON text")
struct JSONWriterTests {
    @Test("Containers nest and commas come by themselves")
    func nesting() {
        var json = JSONWriter()
        json.object {
            $0.member("a", 1)
            $0.key("b")
            $0.array {
                $0.string("x")
                $0.null()
                $0.bool(false)
                $0.object { _ in }
            }
            $0.member("c", true)
            $0.member("d", ifPresent: nil)
            $0.member("e", ifPresent: "y")
            $0.key("f")
            $0.raw("[1,2]")
        }
        #expect(json.text == #"{"a":1,"b":["x",null,false,{}],"c":true,"e":"y","f":[1,2]}"#)
    }

    @Test("Numbers of every size are written", arguments: [0, 7, -7, 1_000, Int64.max, Int64.min])
    func numbers(value: Int64) {
        var json = JSONWriter()
        json.number(value)
        #expect(json.text == String(value))
    }

    @Test("What could end a string or a script is escaped")
    func escapes() {
        var json = JSONWriter()
        json.string("a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}\u{2028}\u{2029}\u{20AC}€")
        #expect(json.text == #""a\"b\\c\n\r\t\u0000\u001f\u007f\u2028\u2029€€""#)
    }

    @Test(
        "A foreign reader gets the same text back",
        arguments: [
            "", "plain", "schön 👩‍👩‍👧 \u{E2}", "\u{2027}\u{202A}", "ends in \u{2028}", String(repeating: "\"", count: 300),
        ])
    func foreignReader(text: String) throws {
        var json = JSONWriter()
        json.array { $0.string(text) }
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
        #expect(read == [text])
    }

    @Test("A writer can be used again")
    func reset() {
        var json = JSONWriter()
        json.string("x")
        json.reset()
        json.number(1)
        #expect(json.text == "1")
    }
}
