import BusAPI
import DBusWire
import JSONText
import Testing

@testable import FrontendKit

@Suite("From the bus to shapes")
struct ConversionTests {
    @Test(
        "Every type of the bus has a form in JSON",
        arguments: [
            (Value.byte(7), "7"), (.bool(true), "true"), (.int16(-3), "-3"), (.uint16(3), "3"), (.int32(-4), "-4"),
            (.uint32(4), "4"), (.int64(.min), "-9223372036854775808"), (.uint64(5), "5"),
            (.uint64(.max), "1.8446744073709552e+19"), (.double(0.5), "0.5"), (.string("a"), "\"a\""),
            (.path("/a"), "\"/a\""), (.signature("as"), "\"as\""), (.bytes([1, 2]), "[1,2]"),
            (.array([.string("a")], of: "s"), "[\"a\"]"), (.fields([Value.Field("k-l", .uint32(1))]), "{\"k-l\":1}"),
            (.dictionary([Value.Entry(.string("de"), .string("x"))], key: "s", value: "s"), "{\"de\":\"x\"}"),
            (.dictionary([Value.Entry(.uint32(1), .string("x"))], key: "u", value: "s"), "{\"1\":\"x\"}"),
            (.structure([.string("a"), .uint32(1)]), "[\"a\",1]"), (.variant(.bool(false)), "false"),
        ])
    func values(value: Value, text: String) {
        #expect(JSON(value).text == text)
    }

    @Test(
        "Names of properties become lower case with hyphens",
        arguments: [
            ("Id", "id"), ("JID", "jid"), ("BoundJID", "bound-jid"), ("NextTry", "next-try"), ("State", "state"),
            ("StartedAt", "started-at"), ("XMLTrace", "xml-trace"), ("", ""), ("A", "a"),
        ])
    func names(property: String, name: String) {
        #expect(JSON.hyphenated(property) == name)
    }

    @Test("A change of properties is applied; one that does not say all asks for reading again")
    func changes() throws {
        let before = AccountShape(["state": "connecting", "queued": 1])
        func change(_ interface: String, _ changed: Fields, invalidated: [String] = []) throws -> PropertiesChanged {
            let arguments = [Value.string(interface), changed.busValue, invalidated.busValue]
            return try #require(PropertiesChanged(arguments: arguments))
        }
        let changed: Fields = ["State": .string("online"), "BoundJID": .string("a@b/c")]
        let after = AccountChanges.apply(try change("org.saluton.Account1", changed), to: before)
        #expect(after?.json.text == #"{"state":"online","queued":1,"bound-jid":"a@b/c"}"#)
        #expect(AccountChanges.apply(try change("org.saluton.Roster1", changed), to: before) == before)
        #expect(
            AccountChanges.apply(try change("org.saluton.Account1", [:], invalidated: ["State"]), to: before) == nil)
    }

    @Test("An entry moves on with its own events only")
    func entries() {
        let entry = EntryShape(["id": "e1", "state": "queued", "reason": "old", "kind": "chat"])
        func event(_ kind: String, _ content: JSON) -> EventShape {
            EventShape(["kind": .string(kind), "event": content])
        }
        let moved = entry.after(event("message-state", ["entry": "e1", "state": "on-server"]))
        #expect(moved.json.text == #"{"id":"e1","kind":"chat","state":"on-server"}"#)
        #expect(moved.isSettled)
        #expect(!entry.isSettled)
        #expect(entry.after(event("message-state", ["entry": "e2", "state": "failed"])) == entry)
        #expect(entry.after(event("message", ["entry": "e1", "state": "failed"])) == entry)
        let failed = entry.after(
            event("message-state", ["entry": "e1", "state": "failed", "reason": "no", "reason-code": "x"]))
        #expect(failed.isSettled && failed.progress == .failed)
        #expect(failed.reason?.printable == "no")
        #expect(failed.reasonCode == "x")
    }

    @Test("Identities become objects whose empty parts are absent")
    func identities() {
        let identity: Row<String, String, String, String> = Row("client", "pc", "", "Saluton")
        let info: Fields = ["identities": [identity].busValue, "features": ["a", "b"].busValue]
        #expect(
            JSON(info: info).text
                == #"{"identities":[{"category":"client","type":"pc","name":"Saluton"}],"features":["a","b"]}"#)
    }

    @Test("The daemon is looked for beside the program and in absolute folders only")
    func programs() {
        #expect(
            DaemonProgram.candidates(own: "/opt/s/bin/saluton", path: "/usr/bin:.:bin::/bin")
                == ["/opt/s/bin/salutond", "/usr/bin/salutond", "/bin/salutond"])
        #expect(DaemonProgram.candidates(own: nil, path: nil) == [])
    }
}
