import DBusWire
import Testing

@Suite("Names and signatures")
struct NameTests {
    @Test("A valid path is taken", arguments: ["/", "/a", "/org/saluton/Saluton1/accounts/a_1"])
    func goodPath(text: String) { #expect(ObjectPath(rawValue: text)?.rawValue == text) }

    @Test("A bad path is refused", arguments: ["", "a", "/a/", "//", "/a-b", "/ä", "/a\u{0}b", "/a b"])
    func badPath(text: String) { #expect(ObjectPath(rawValue: text) == nil) }

    @Test(
        "A component is escaped",
        arguments: [("a1", "/x/a1"), ("a_b@c", "/x/a_5fb_40c"), ("", "/x/_"), ("é", "/x/_c3_a9")])
    func escaping(component: String, path: String) {
        let result = ObjectPath("/x").appending(component)
        #expect(result.rawValue == path)
        #expect(ObjectPath(rawValue: result.rawValue) == result)
    }

    @Test("A path knows what stands below it")
    func within() {
        #expect(ObjectPath("/a/b").isWithin("/a"))
        #expect(ObjectPath("/a").isWithin("/a"))
        #expect(ObjectPath("/a").isWithin("/"))
        #expect(!ObjectPath("/ab").isWithin("/a"))
        #expect(!ObjectPath("/a").isWithin("/a/b"))
        #expect(ObjectPath("/").appending("a") == "/a")
    }

    @Test("Bad names are refused")
    func badNames() {
        #expect(InterfaceName(rawValue: "single") == nil)
        #expect(InterfaceName(rawValue: "a.1b") == nil)
        #expect(MemberName(rawValue: "A.B") == nil)
        #expect(MemberName(rawValue: "") == nil)
        #expect(BusName(rawValue: "a..b") == nil)
        #expect(ErrorName(rawValue: "x") == nil)
        #expect(MemberName(rawValue: String(repeating: "a", count: 256)) == nil)
    }

    @Test("Good names are taken")
    func goodNames() {
        #expect(InterfaceName(rawValue: "org.saluton.Account1") != nil)
        #expect(MemberName(rawValue: "Connect") != nil)
        #expect(BusName(rawValue: ":1.42")?.isUnique == true)
        #expect(BusName(rawValue: "org.saluton.Saluton1")?.isUnique == false)
    }

    @Test(
        "A signature is checked",
        arguments: [
            ("", true), ("s", true), ("a{sv}", true), ("a", false), ("{sv}", false), ("()", false), ("a{vs}", false),
            ("(s", false), ("z", false),
        ])
    func signature(text: String, isValid: Bool) { #expect((Signature(rawValue: text) != nil) == isValid) }

    @Test("A signature falls into its complete types")
    func parts() {
        #expect(Signature("sa{sv}aai(s(ix))v").parts.map(\.rawValue) == ["s", "a{sv}", "aai", "(s(ix))", "v"])
        #expect(Signature("a(sa{sv})").isSingle)
        #expect(!Signature("ss").isSingle)
        #expect(!Signature.empty.isSingle)
    }
}
