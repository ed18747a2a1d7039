import DBusWire
import Testing

@testable import DBusWire

@Suite("Values")
struct ValueTests {
    static let samples: [(Value, String)] = [
        (.byte(255), "y"), (.bool(true), "b"), (.bool(false), "b"), (.int16(.min), "n"), (.uint16(.max), "q"),
        (.int32(.min), "i"), (.uint32(.max), "u"), (.int64(.min), "x"), (.uint64(.max), "t"), (.double(-0.5), "d"),
        (.string(""), "s"), (.string("ĉiu 👩‍👩‍👧 \u{FFFE}\u{1}"), "s"), (.path("/a/b"), "o"), (.signature("a{sv}"), "g"),
        (.bytes([]), "ay"), (.bytes([0, 1, 255]), "ay"), (.array([], of: "s"), "as"),
        (.array([.string("a"), .string("b")], of: "s"), "as"),
        (.array([.array([.int32(1)], of: "i"), .array([], of: "i")], of: "ai"), "aai"),
        (.array([.bytes([1]), .bytes([])], of: "ay"), "aay"),
        (.fields([]), "a{sv}"),
        (.fields([.init("b", .string("x")), .init("a", .fields([.init("c", .bytes([7]))]))]), "a{sv}"),
        (.array([.fields([]), .fields([.init("n", .uint32(1))])], of: "a{sv}"), "aa{sv}"),
        (.dictionary([.init(.string("en"), .string("hi"))], key: "s", value: "s"), "a{ss}"),
        (.dictionary([], key: "o", value: "a{sa{sv}}"), "a{oa{sa{sv}}}"),
        (
            .dictionary([.init(.byte(1), .structure([.string("a"), .variant(.int64(1))]))], key: "y", value: "(sv)"),
            "a{y(sv)}"
        ),
        (.structure([.string("a"), .structure([.double(1)])]), "(s(d))"),
        (.array([.structure([.string("a"), .fields([])])], of: "(sa{sv})"), "a(sa{sv})"),
        (.variant(.variant(.array([.variant(.string("x"))], of: "v"))), "v"),
    ]

    @Test("A value knows its type", arguments: samples)
    func signature(value: Value, type: String) { #expect(value.signature.rawValue == type) }

    @Test("All values survive the way over the bus")
    func roundTrip() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        for (value, _) in Self.samples {
            #expect(try await pair.call("Echo", [value, .variant(value)]) == [value, .variant(value)])
        }
        let all = Self.samples.map(\.0)
        #expect(try await pair.call("Echo", all) == all)
        #expect(try await pair.call("Later", all) == all)
    }

    @Test("Values of any shape survive the way over the bus", arguments: 1...4 as ClosedRange<UInt64>)
    func randomRoundTrip(seed: UInt64) async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        var source = RandomValues(seed: seed)
        for _ in 0..<150 {
            let value = source.value()
            #expect(value.signature.isSingle)
            #expect(try await pair.call("Echo", [value]) == [value])
        }
    }

    @Test(
        "What libdbus would abort on is refused",
        arguments: [
            .string("a\u{0}b"),
            .fields([.init("a\u{0}", .byte(1))]),
            .array([.string("a"), .byte(1)], of: "s"),
            .array([.string("a")], of: "ss"),
            .array([], of: ""),
            .array([.byte(1)], of: "y"),
            .array([.array([.int32(1)], of: "i")], of: "au"),
            .array([.structure([.string("a")])], of: "(ss)"),
            .array([.structure([.string("a"), .string("b"), .string("c")])], of: "(ss)"),
            .array([.fields([])], of: "a{ss}"),
            .dictionary([.init(.byte(1), .byte(1))], key: "s", value: "y"),
            .dictionary([.init(.string("a"), .byte(1))], key: "s", value: "s"),
            .dictionary([], key: "v", value: "s"),
            .dictionary([], key: "s", value: "ss"),
            .structure([]),
        ] as [Value])
    func refusal(value: Value) async {
        let check = { (value: Value) in OutgoingCheck.problem(in: [value]) }
        guard case .invalid? = check(value) else { return #expect(Bool(false), "\(value) was let through") }
        #expect(check(.variant(value)) != nil)
        #expect(check(.fields([.init("x", value)])) != nil)
    }

    @Test("Depth and size of what we send are bounded")
    func bounds() {
        var deep = Value.byte(1)
        for _ in 1..<WireLimits.depth { deep = .variant(deep) }
        #expect(OutgoingCheck.problem(in: [deep]) == nil)
        #expect(OutgoingCheck.problem(in: [.variant(deep)]) == .invalid("nested too deep"))
        let large = Value.bytes([UInt8](repeating: 0, count: WireLimits.messageBytes / 2))
        #expect(OutgoingCheck.problem(in: [large]) == nil)
        #expect(OutgoingCheck.problem(in: [large, large]) == .tooLarge)
        #expect(OutgoingCheck.problem(in: Array(repeating: .byte(0), count: 256)) != nil)
    }
}
