import BusAPI
import BusServer
import DBusWire
import Testing

@Suite("The tree of objects")
struct ObjectTreeTests {
    private let recorder = Recorder()
    private let tree = ObjectTree(root: "/s")
    private let object: SampleObject
    private let caller = Caller(id: ":1.1")

    init() throws {
        object = SampleObject(tree: tree)
        tree.open(recorder)
        try tree.add("/s/things/a", [object.served])
    }

    private func answer(_ member: MemberName, _ arguments: [Value] = []) async -> Result<[Value], ErrorReply> {
        await answer("/s/things/a", "org.saluton.Sample1", member, arguments)
    }

    private func answer(
        _ path: ObjectPath, _ interface: InterfaceName?, _ member: MemberName, _ arguments: [Value] = []
    ) async -> Result<[Value], ErrorReply> {
        switch tree.answer(caller, path, interface, member, arguments.signature, arguments) {
        case .reply(let values): .success(values)
        case .failure(let error): .failure(error)
        case .deferred(let work): await work()
        }
    }

    private func property(_ member: MemberName, _ arguments: Value...) async -> Result<[Value], ErrorReply> {
        await answer("/s/things/a", "org.freedesktop.DBus.Properties", member, arguments)
    }

    @Test("Methods are answered, with and without the interface's name")
    func methods() async {
        #expect(await answer("/s/things/a", nil, "Echo", [.string("x")]) == .success([.string("x")]))
        #expect(await answer("Echo", [.string("x")]) == .success([.string("x")]))
        let words = Value(["on", "off"])
        #expect(
            await answer("Join", [words, .fields([.init("separator", .string("-"))])])
                == .success([
                    .string("on-off"),
                    .array(
                        [.structure([.string("on"), .uint64(2)]), .structure([.string("off"), .uint64(3)])], of: "(st)"),
                ]))
    }

    @Test("The service's errors arrive with name and message")
    func errors() async {
        #expect(
            await answer("Fail") == .failure(ErrorReply("org.saluton.Error.NoSuchThing", "no thing")))
        #expect(
            await answer("Join", [Value([String]()), .fields([])])
                == .failure(ErrorReply("org.saluton.Error.InvalidArguments", "no words")))
        let unknown = await answer("Join", [Value(["a"]), .fields([.init("x", .byte(1))])])
        #expect(unknown.errorName == "org.saluton.Error.InvalidArguments")
        let wrong = await answer("Join", [Value(["a"]), .fields([.init("separator", .byte(1))])])
        #expect(wrong.errorName == "org.saluton.Error.InvalidArguments")
    }

    @Test("What is not there is named")
    func unknown() async {
        let string = Value.string("x")
        #expect(await answer("/s/things/b", "org.saluton.Sample1", "Echo", [string]).errorName == .unknownObject)
        #expect(await answer("/s/things/a", "x.Y", "Echo", [string]).errorName == .unknownInterface)
        #expect(await answer("Nothing").errorName == .unknownMethod)
        #expect(await answer("/s/things/a", nil, "Nothing").errorName == .unknownMethod)
        #expect(
            await answer("/s/things/b", "org.freedesktop.DBus.Properties", "GetAll", [string]).errorName
                == .unknownObject)
        #expect(
            await answer("/s/things/a", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects").errorName
                == .unknownInterface)
        #expect(await answer("/x", "org.freedesktop.DBus.Introspectable", "Introspect").errorName == .unknownObject)
    }

    @Test(
        "Arguments of other types are refused",
        arguments: [
            [], [.uint32(1)], [.string("a"), .string("b")], [.variant(.string("a"))],
        ] as [[Value]])
    func wrongTypes(arguments: [Value]) async {
        #expect(await answer("Echo", arguments).errorName == .invalidArguments)
        #expect(await property("GetAll", .byte(1)).errorName == .invalidArguments)
        #expect(await property("Get", .string("x")).errorName == .invalidArguments)
    }

    @Test("Properties are read from the outlet; an absent one is absent")
    func reading() async {
        let name = Value.string("org.saluton.Sample1")
        #expect(await property("Get", name, .string("Alias")) == .success([.variant(.string("a"))]))
        #expect(await property("Get", .string(""), .string("Alias")) == .success([.variant(.string("a"))]))
        #expect(await property("Get", name, .string("Mood")).errorName == .unknownProperty)
        #expect(await property("Get", name, .string("Nothing")).errorName == .unknownProperty)
        #expect(await property("Get", .string("x.Y"), .string("Alias")).errorName == .unknownInterface)
        let all = Value.fields([
            .init("Alias", .string("a")), .init("BoundJID", .string("b")), .init("Large", .bytes([])),
            .init("Ticks", .uint64(0)), .init("Born", .int64(7)),
        ])
        #expect(await property("GetAll", name) == .success([all]))
        #expect(await property("GetAll", .string("")) == .success([all]))
        #expect(await property("GetAll", .string("org.freedesktop.DBus.Peer")) == .success([.fields([])]))
        #expect(await property("GetAll", .string("x.Y")).errorName == .unknownInterface)
    }

    @Test("A writable property is set through the service, others are not")
    func writing() async {
        let name = Value.string("org.saluton.Sample1")
        #expect(await property("Set", name, .string("Alias"), .variant(.string("new"))) == .success([]))
        #expect(object.outlet.properties.alias == "new")
        #expect(
            recorder.taken().last?.arguments == [
                name, .fields([.init("Alias", .string("new"))]), .array([], of: "s"),
            ])
        let long = Value.variant(.string("much too long"))
        #expect(await property("Set", name, .string("Alias"), long).errorName == "org.saluton.Error.InvalidArguments")
        #expect(await property("Set", name, .string("Alias"), .variant(.byte(1))).errorName == .invalidArguments)
        #expect(await property("Set", name, .string("Born"), .variant(.int64(1))).errorName == .propertyReadOnly)
        #expect(await property("Set", name, .string("Nothing"), .variant(.int64(1))).errorName == .unknownProperty)
        #expect(object.outlet.properties.alias == "new")
    }

    @Test("Only what changed is announced, in the way the property says")
    func changes() {
        _ = recorder.taken()
        object.outlet.update { $0.alias = "a" }
        object.outlet.update { $0.ticks = 5 }
        object.outlet.update { $0.born = 9 }
        #expect(recorder.taken() == [])
        object.outlet.update { properties in
            properties.boundJID = "c"
            properties.mood = ["en": "well"]
            properties.large = [1]
            properties.ticks = 6
        }
        let mood = Value.dictionary([.init(.string("en"), .string("well"))], key: "s", value: "s")
        #expect(
            recorder.taken() == [
                changed(.fields([.init("BoundJID", .string("c")), .init("Mood", mood)]), [.string("Large")])
            ])
        object.outlet.update { $0.mood = nil }
        #expect(recorder.taken() == [changed(.fields([]), [.string("Mood")])])
    }

    private func changed(_ fields: Value, _ invalidated: [Value]) -> Announcement {
        Announcement(
            path: "/s/things/a", interface: "org.freedesktop.DBus.Properties", member: "PropertiesChanged",
            [.string("org.saluton.Sample1"), fields, .array(invalidated, of: "s")])
    }

    @Test("A signal goes to whom it is for")
    func signals() async {
        _ = recorder.taken()
        #expect(await answer("Ring", [.uint32(3)]) == .success([]))
        object.outlet.rang(number: 4, details: [:])
        let arguments: [[Value]] = [[.uint32(3), .fields([.init("by", .string("ring"))])], [.uint32(4), .fields([])]]
        #expect(
            recorder.taken() == [
                Announcement(
                    path: "/s/things/a", interface: "org.saluton.Sample1", member: "Rang", arguments[0],
                    receiver: caller),
                Announcement(path: "/s/things/a", interface: "org.saluton.Sample1", member: "Rang", arguments[1]),
            ])
    }

    @Test("The ObjectManager tells what is there, what comes and what goes")
    func objectManager() async throws {
        _ = recorder.taken()
        try tree.add("/s", [])
        let other = SampleObject(tree: tree)
        try tree.add("/s/things/a/b", [other.served])
        #expect(recorder.taken().map(\.member) == ["InterfacesAdded", "InterfacesAdded"])
        let state = Value.dictionary(
            [.init(.string("org.saluton.Sample1"), .fields(object.outlet.fields))], key: "s", value: "a{sv}")
        #expect(
            await answer("/s", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects")
                == .success([
                    .dictionary(
                        [.init(.path("/s/things/a"), state), .init(.path("/s/things/a/b"), state)], key: "o",
                        value: "a{sa{sv}}")
                ]))
        tree.remove("/s/things")
        let removed = recorder.taken()
        #expect(removed.map(\.member) == ["InterfacesRemoved", "InterfacesRemoved"])
        #expect(
            Set(removed.compactMap { $0.arguments.first.flatMap(ObjectPath.init(busValue:)) }) == [
                "/s/things/a", "/s/things/a/b",
            ])
        other.outlet.update { $0.alias = "z" }
        #expect(recorder.taken() == [])
        #expect(await answer("Echo", [.string("x")]).errorName == .unknownObject)
    }

    @Test("Our own mistakes are refused")
    func mistakes() {
        let served = object.served
        #expect(throws: TreeError.taken("/s/things/a")) { try tree.add("/s/things/a", []) }
        #expect(throws: TreeError.outside("/t")) { try tree.add("/t", []) }
        #expect(throws: TreeError.twice("org.saluton.Sample1")) { try tree.add("/s/x", [served, served]) }
        tree.remove("/s/nothing")
    }

    @Test("What a caller leaves behind is cleared when it leaves, or at once when it has left")
    func departures() async {
        let log = Recorder()
        let gone = { @Sendable in log.announce(Announcement(path: "/", interface: "x.Y", member: "Gone", [])) }
        _ = await answer("Echo", [.string("x")])
        tree.whenGone(caller) { gone() }
        #expect(log.taken().isEmpty)
        tree.callerLeft(caller)
        #expect(log.taken().count == 1)
        tree.callerLeft(caller)
        #expect(log.taken().isEmpty)
        tree.whenGone(caller) { gone() }
        #expect(log.taken().count == 1)
    }

    @Test("Introspection shows the interfaces as the file has them, and the way down")
    func introspection() async throws {
        let here = try await answer("/s/things/a", "org.freedesktop.DBus.Introspectable", "Introspect").text()
        #expect(here.contains(Sample1.interface.xml))
        for name in ["Introspectable", "Peer", "Properties"] {
            #expect(here.contains("<interface name=\"org.freedesktop.DBus.\(name)\">"))
        }
        #expect(!here.contains("ObjectManager"))
        let above = try await answer("/", "org.freedesktop.DBus.Introspectable", "Introspect").text()
        #expect(above.contains("<node name=\"s\"/>"))
        #expect(!above.contains("<interface"))
        try tree.add("/s", [])
        let root = try await answer("/s", "org.freedesktop.DBus.Introspectable", "Introspect").text()
        #expect(root.contains("org.freedesktop.DBus.ObjectManager"))
        #expect(root.contains("<node name=\"things\"/>"))
    }

    @Test("Ping is answered everywhere")
    func ping() async {
        #expect(await answer("/nowhere", "org.freedesktop.DBus.Peer", "Ping") == .success([]))
    }
}

extension Result where Success == [Value], Failure == ErrorReply {
    var errorName: ErrorName? {
        if case .failure(let error) = self { return error.name }
        return nil
    }

    func text() throws -> String {
        guard case .string(let text)? = try get().first else { return "" }
        return text
    }
}
