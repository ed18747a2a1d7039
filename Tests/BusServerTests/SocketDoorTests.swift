import BusAPI
import BusServer
import DBusWire
import Foundation
import JSONText
import SocketWire
import Testing

@Suite("The door to the socket")
struct SocketDoorTests {
    static let echo =
        #"{"jsonrpc":"2.0","id":1,"method":"org.saluton.Sample1.Echo","params":{"path":"/s/a","args":["ĉu"]}}"#

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let call: String
        let answer: String
    }

    static func call(_ method: String, _ parameters: String) -> String {
        #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":\#(parameters)}"#
    }

    static let properties = "org.freedesktop.DBus.Properties"

    static let rows: [Row] = [
        Row(testDescription: "a method", call: echo, answer: #""result":["ĉu"]"#),
        Row(
            testDescription: "several results",
            call: call("org.saluton.Sample1.Join", #"{"path":"/s/a","args":[["a","bc"],{}]}"#),
            answer: #""result":["a bc",[["a",1],["bc",2]]]"#),
        Row(
            testDescription: "an error of the API", call: call("org.saluton.Sample1.Fail", #"{"path":"/s/a"}"#),
            answer: #""data":{"name":"org.saluton.Error.NoSuchThing"}"#),
        Row(
            testDescription: "an unknown key",
            call: call("org.saluton.Sample1.Join", #"{"path":"/s/a","args":[[],{"x":1}]}"#),
            answer: #""data":{"name":"org.saluton.Error.InvalidArguments"}"#),
        Row(
            testDescription: "a property that is set",
            call: call(properties + ".Set", #"{"path":"/s/a","args":["org.saluton.Sample1","Alias","n"]}"#),
            answer: #""result":[]"#),
        Row(
            testDescription: "a property",
            call: call(properties + ".Get", #"{"path":"/s/a","args":["org.saluton.Sample1","Born"]}"#),
            answer: #""result":[7]"#),
        Row(
            testDescription: "all objects", call: call("org.freedesktop.DBus.ObjectManager.GetManagedObjects", "{}"),
            answer: #""result":[{"/s/a":{"org.saluton.Sample1":{"Alias":"#),
        Row(
            testDescription: "introspection",
            call: call("org.freedesktop.DBus.Introspectable.Introspect", #"{"path":"/"}"#),
            answer: #"<node name=\"s\"/>"#),
        Row(testDescription: "no object", call: call("a.b.C", #"{"path":"/x"}"#), answer: #""code":-32601"#),
        Row(testDescription: "no interface", call: call("a.b.C", #"{"path":"/s/a"}"#), answer: #""code":-32601"#),
        Row(
            testDescription: "no method", call: call("org.saluton.Sample1.No", #"{"path":"/s/a"}"#),
            answer: #""code":-32601"#),
        Row(testDescription: "no name", call: call("Echo", "{}"), answer: #""code":-32601"#),
        Row(testDescription: "no path", call: call("a.b.C", #"{"path":"x y"}"#), answer: #""code":-32602"#),
        Row(testDescription: "named arguments", call: call("a.b.C", #"{"args":{}}"#), answer: #""code":-32602"#),
        Row(testDescription: "another parameter", call: call("a.b.C", #"{"x":1}"#), answer: #""code":-32602"#),
        Row(
            testDescription: "a wrong type", call: call("org.saluton.Sample1.Echo", #"{"path":"/s/a","args":[1]}"#),
            answer: #""code":-32602"#),
        Row(
            testDescription: "too few", call: call("org.saluton.Sample1.Echo", #"{"path":"/s/a","args":[]}"#),
            answer: #""code":-32602"#),
        Row(
            testDescription: "a descriptor", call: call("org.saluton.Sample1.HandOver", #"{"path":"/s/a","args":[0]}"#),
            answer: "descriptors cannot travel"),
        Row(testDescription: "a batch", call: "[\(echo)]", answer: #""code":-32600"#),
        Row(testDescription: "no JSON", call: "hello", answer: #""code":-32700"#),
        Row(testDescription: "deep JSON", call: LineNoise.deep, answer: #""code":-32700"#),
        Row(testDescription: "a wrong flag", call: call("rpc.listen", #"{"signals":1}"#), answer: #""code":-32602"#),
    ]

    @Test("Each line is answered, and the next one after it", arguments: rows)
    func answers(row: Row) async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        visitor.write(row.call)
        let answer = try #require(await visitor.line())
        #expect(answer.contains(row.answer), "\(answer.prefix(400))")
        visitor.write(Self.echo)
        #expect(await visitor.line()?.contains("ĉu") == true)
    }

    @Test("A notification is carried out and not answered")
    func notification() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        #expect(await visitor.answers(Self.call("rpc.listen", "{}")))
        visitor.write(
            #"{"jsonrpc":"2.0","method":"org.freedesktop.DBus.Properties.Set","params":{"path":"/s/a","args":["org.saluton.Sample1","Alias","quiet"]}}"#
        )
        #expect(await visitor.line()?.contains(#"{"Alias":"quiet"}"#) == true)
        visitor.write(Self.echo)
        #expect(await visitor.line()?.contains(#""id":1"#) == true)
    }

    @Test("Signals come to those who listen; those to one caller come to him alone")
    func signals() async throws {
        let house = try SocketHouse()
        let (listener, deaf) = (try house.visitor(), try house.visitor())
        listener.write(Self.call("rpc.listen", "{}"))
        #expect(await listener.line()?.contains("result") == true)
        deaf.write(Self.echo)
        #expect(await deaf.line() != nil)
        house.object.outlet.update { $0.boundJID = "new" }
        #expect(
            await listener.line()
                == #"{"jsonrpc":"2.0","method":"org.freedesktop.DBus.Properties.PropertiesChanged","params":"#
                + #"{"path":"/s/a","args":["org.saluton.Sample1",{"BoundJID":"new"},[]]}}"#)
        house.object.outlet.rang(number: 5, details: ["k": .uint32(1)], to: Caller(id: "socket:2"))
        #expect(await deaf.line()?.contains(#"Sample1.Rang","params":{"path":"/s/a","args":[5,{"k":1}]}"#) == true)
        listener.write(Self.echo)
        #expect(await listener.line()?.contains("result") == true)
        listener.write(Self.call("rpc.listen", #"{"typed":true}"#))
        #expect(await listener.line()?.contains(#""result":{"type":"","data":[]}"#) == true)
        house.object.outlet.rang(number: 6, details: ["k": .uint32(1)])
        #expect(await listener.line()?.contains(#""type":"ua{sv}","args":[6,{"k":{"type":"u","data":1}}]"#) == true)
    }

    @Test("A caller who writes everything and closes gets everything")
    func halfClosed() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        for _ in 0..<1_000 { visitor.write(Self.echo) }
        visitor.endWriting()
        for _ in 0..<1_000 { #expect(await visitor.line()?.contains("ĉu") == true) }
        #expect(await visitor.line() == nil)
    }
}
