import JSONText
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
    @Test(
        "What is valid is read, and written again as the shortest form",
        arguments: [
            ("null", "null"), (" true ", "true"), ("-0", "0"), ("9223372036854775807", "9223372036854775807"),
            ("1.5e2", "150.0"), ("[]", "[]"), ("[ 1 , [ ] ]", "[1,[]]"), ("{}", "{}"),
            (#"{"b":1,"a":{"c":[false]}}"#, #"{"b":1,"a":{"c":[false]}}"#),
            (#""\u00e9\n\ud83d\ude00\/""#, #""é\n😀/""#), (#""\u001b\u2028""#, #""\u001b\u2028""#),
        ])
    func valid(text: String, again: String) throws {
        #expect(try JSONParser.parse(text).text == again)
    }

    @Test(
        "What is not JSON is refused where it goes wrong",
        arguments: [
            ("", JSONError.Reason.unexpectedEnd, 0), ("tru", .unexpectedEnd, 3), ("1 2", .unexpectedByte, 2),
            ("01", .badNumber, 2), ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2), ("1e999", .badNumber, 5),
            ("[1,]", .unexpectedByte, 3), ("{\"a\" 1}", .unexpectedByte, 5), ("{\"a\":1,\"a\":2}", .doubledName, 10),
            ("\"a\nb\"", .unexpectedByte, 2), (#""\x""#, .badEscape, 3), (#""\ud83d""#, .unexpectedByte, 7),
            (#""\udc00""#, .badEscape, 7), (#""\ud83d\u0041""#, .badEscape, 13), ("\"abc", .unexpectedEnd, 4),
            ("{", .unexpectedEnd, 1), ("'a'", .unexpectedByte, 0),
        ])
    func invalid(text: String, reason: JSONError.Reason, offset: Int) {
        #expect(throws: JSONError(reason, at: offset)) { try JSONParser.parse(text) }
    }

    @Test("A name that comes twice is found among many, too", arguments: [2, 16, 17, 40])
    func names(count: Int) {
        let members = (0..<count).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(throws: Never.self) { try JSONParser.parse("{\(members)}") }
        for twice in [0, count - 1] {
            #expect(throws: JSONError.self) { try JSONParser.parse("{\(members),\"n\(twice)\":1}") }
        }
    }

    @Test("Depth, size and number of values are bounded, and the bound itself is still read")
    func bounds() throws {
        let bounds = JSONBounds(bytes: 20, depth: 3, values: 6)
        #expect(try JSONParser.parse("[[[1]]]", within: bounds).text == "[[[1]]]")
        #expect(throws: JSONError(.tooDeep, at: 4)) { try JSONParser.parse("[[[[1]]]]", within: bounds) }
        #expect(try JSONParser.parse("[1,2,3,4,5]", within: bounds).array?.count == 5)
        #expect(throws: JSONError(.tooLarge, at: 11)) { try JSONParser.parse("[1,2,3,4,5,6]", within: bounds) }
        #expect(throws: JSONError(.tooLarge, at: 20)) {
            try JSONParser.parse(String(repeating: " ", count: 21), within: bounds)
        }
    }

    @Test("A member is found by its name, and only in an object")
    func members() {
        let json: JSON = ["a": 1, "b": ["c": "d"], "e": true]
        #expect(json["a"]?.integer == 1)
        #expect(json["b"]?["c"]?.string == "d")
        #expect(json["e"]?.bool == true)
        #expect(json["z"] == nil)
        #expect(JSON.string("a")["a"] == nil)
    }
}
