import BusAPI
import DBusWire
import Testing

@Suite("Swift types on the bus")
struct TypesTests {
    private func check<Content: BusRepresentable & Equatable>(_ content: Content, _ type: Signature) {
        #expect(Content.busSignature == type)
        #expect(content.busValue.signature == type)
        #expect(Content(busValue: content.busValue) == content)
        #expect(Content(busValue: .structure([.byte(1), .byte(2), .byte(3)])) == nil)
        #expect(Content(busValue: .array([], of: "n")) == nil)
    }

    @Test("Each type has one signature, both ways")
    func roundTrip() {
        check(UInt8(1), "y")
        check(true, "b")
        check(Int16(-1), "n")
        check(UInt16(1), "q")
        check(Int32(-1), "i")
        check(UInt32(1), "u")
        check(Int64(-1), "x")
        check(UInt64(1), "t")
        check(0.5, "d")
        check("text", "s")
        check(ObjectPath("/a"), "o")
        check(Signature("as"), "g")
        check(Value.string("x"), "v")
        check([UInt8(1), 2], "ay")
        check([[UInt8]](), "aay")
        check(["a", "b"], "as")
        check([Fields](), "aa{sv}")
        check(["a": .byte(1)] as Fields, "a{sv}")
        check(["a": "b"] as OrderedEntries<String, String>, "a{ss}")
        check(["a": 1] as OrderedEntries<String, UInt32>, "a{su}")
        check(Row("a", UInt64(1)), "(st)")
        check([Row(UInt64(1), Int64(2), "a", "b", "c", "d")], "a(txssss)")
        check(Row("a", ["k": .bool(true)] as Fields, ["x"]), "(sa{sv}as)")
    }

    @Test("A row of another shape is refused")
    func rows() {
        #expect(Row<String, UInt64>(busValue: .structure([.string("a")])) == nil)
        #expect(Row<String, UInt64>(busValue: .structure([.string("a"), .uint64(1), .byte(0)])) == nil)
        #expect(Row<String, UInt64>(busValue: .structure([.string("a"), .string("b")])) == nil)
        #expect([String](busValue: .bytes([1])) == nil)
        #expect([UInt8](busValue: .array([], of: "s")) == nil)
    }

    @Test("Entries keep their order; the first of equal keys counts")
    func entries() {
        var entries = OrderedEntries([("b", "1"), ("a", "2"), ("b", "3")])
        #expect(entries["b"] == "1")
        #expect(entries.map(\.key) == ["b", "a", "b"])
        entries["a"] = "4"
        entries["c"] = "5"
        entries["b"] = nil
        #expect(entries == OrderedEntries([("a", "4"), ("b", "3"), ("c", "5")]))
    }

    @Test("Fields are read by type; another type is an error, absence is nil")
    func fields() throws {
        var fields: Fields = ["limit": .uint32(5), "name": .string("x")]
        #expect(try fields.get("limit", as: UInt32.self) == 5)
        #expect(try fields.get("nothing", as: UInt32.self) == nil)
        #expect(throws: BusError.invalidArguments) { try fields.get("limit", as: String.self) }
        fields.set("name", nil as String?)
        fields.set("groups", ["a"])
        #expect(fields == ["limit": .uint32(5), "groups": .array([.string("a")], of: "s")])
    }

    @Test("Unknown and repeated keys fail")
    func unknownKeys() throws {
        let fields = Fields([.init("a", .byte(1)), .init("b", .byte(2))])
        try fields.refuseUnknown(allowed: ["b", "c", "a"])
        #expect(throws: BusError.invalidArguments) { try fields.refuseUnknown(allowed: ["a"]) }
        let twice = Fields([.init("a", .byte(1)), .init("a", .byte(2))])
        #expect(throws: BusError.invalidArguments) { try twice.refuseUnknown(allowed: ["a"]) }
    }
}
