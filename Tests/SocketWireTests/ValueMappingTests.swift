import DBusWire
import JSONText
import Testing

@testable import SocketWire

@Suite("D-Bus values as JSON")
struct ValueMappingTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let value: Value
        let json: String
        var testDescription: String { "\(value.signature): \(json)" }
    }

    static let rows: [Row] = [
        Row(value: .byte(255), json: "255"), Row(value: .bool(true), json: "true"),
        Row(value: .int16(-1), json: "-1"), Row(value: .uint16(65_535), json: "65535"),
        Row(value: .int32(.min), json: "-2147483648"), Row(value: .uint32(.max), json: "4294967295"),
        Row(value: .int64(9_007_199_254_740_991), json: "9007199254740991"),
        Row(value: .int64(9_007_199_254_740_992), json: "\"9007199254740992\""),
        Row(value: .int64(.min), json: "\"-9223372036854775808\""),
        Row(value: .uint64(.max), json: "\"18446744073709551615\""), Row(value: .uint64(0), json: "0"),
        Row(value: .double(0.5), json: "0.5"), Row(value: .string("a\"b\n"), json: #""a\"b\n""#),
        Row(value: .path("/a/b"), json: "\"/a/b\""), Row(value: .signature("a{sv}"), json: "\"a{sv}\""),
        Row(value: .bytes([]), json: "\"\""), Row(value: .bytes([0xFF]), json: "\"/w==\""),
        Row(value: .bytes([0, 1]), json: "\"AAE=\""), Row(value: .bytes([1, 2, 3]), json: "\"AQID\""),
        Row(value: .array([], of: .string), json: "[]"), Row(value: .array([.uint32(1)], of: "u"), json: "[1]"),
        Row(value: .structure([.string("a"), .array([.path("/")], of: "o")]), json: #"["a",["/"]]"#),
        Row(value: .dictionary([.init(.uint32(7), .string("x"))], key: "u", value: "s"), json: #"{"7":"x"}"#),
        Row(value: .dictionary([.init(.bool(true), .byte(1))], key: "b", value: "y"), json: #"{"true":1}"#),
    ]

    @Test("Each type has one form, and comes back from it", arguments: rows)
    func bothWays(row: Row) throws {
        var writer = JSONWriter()
        writer.value(row.value, isTyped: false)
        #expect(writer.text == row.json)
        #expect(try ValueReader.value(JSONParser.parse(row.json), as: row.value.signature) == row.value)
    }

    @Test("Variants tell their types where it is wanted, and come back exactly", arguments: rows)
    func variants(row: Row) throws {
        let fields = Value.fields([.init("k", row.value)])
        var writer = JSONWriter()
        writer.value(fields, isTyped: true)
        #expect(writer.text == #"{"k":{"type":"\#(row.value.signature)","data":\#(row.json)}}"#)
        #expect(try ValueReader.value(JSONParser.parse(writer.text), as: .fields) == fields)
    }

    static let guesses: [(String, Value)] = [
        ("\"a\"", .string("a")), ("true", .bool(true)), ("5", .int64(5)), ("0.5", .double(0.5)),
        (#"["a"]"#, .array([.string("a")], of: .string)), ("[]", .array([], of: .string)),
        ("[1]", .array([.variant(.int64(1))], of: .variant)), (#"{"a":1}"#, .fields([.init("a", .int64(1))])),
    ]

    @Test("A variant without a type is of the plain one", arguments: guesses)
    func plain(json: String, value: Value) throws {
        #expect(try ValueReader.value(JSONParser.parse(json), as: .variant) == .variant(value))
    }

    static let refused: [(String, Signature)] = [
        ("256", "y"), ("-1", "u"), ("1.5", "u"), ("\"+1\"", "x"), ("\"\"", "x"), ("\"9223372036854775808\"", "x"),
        ("\"1e3\"", "t"), ("1", "b"), ("1", "s"), ("\"a\\u0000b\"", "s"), ("\"a b\"", "o"), ("\"a{\"", "g"),
        ("null", "v"), ("[null]", "av"), ("\"abc\"", "ay"), ("\"ab=c\"", "ay"), ("\"/x==\"", "ay"), ("[1]", "ay"),
        ("\"====\"", "ay"), ("{}", "as"), ("[]", "a{sv}"), ("[1]", "(ss)"), (#"{"x":1}"#, "a{ys}"), ("0", "h"),
        (#"{"type":"ss","data":1}"#, "v"), (#"{"type":"","data":1}"#, "v"), (#"{"type":"u","data":"x"}"#, "v"),
        (#"{"a\u0000":1}"#, "a{sv}"),
    ]

    @Test("What is not of the type is refused", arguments: refused)
    func refusal(json: String, type: Signature) {
        #expect(throws: ValueReader.Mismatch.self) { try ValueReader.value(JSONParser.parse(json), as: type) }
    }

    @Test("As many arguments as the method has, in order")
    func count() throws {
        #expect(try ValueReader.values(["a", 1], as: "su") == [.string("a"), .uint32(1)])
        #expect(throws: ValueReader.Mismatch.self) { try ValueReader.values(["a"], as: "su") }
        #expect(throws: ValueReader.Mismatch.self) { try ValueReader.values(["a"], as: "") }
    }
}
