import BusAPI
import BusServer
import DBusWire
import Foundation
import TestSupport
import Testing

@Suite("The door to D-Bus")
struct DBusDoorTests {
    private struct House {
        let bus: PrivateBus
        let service: BusConnection
        let client: BusConnection
        let tree = ObjectTree(root: "/s")
        let object: SampleObject
        let proxy: Sample1Proxy

        init(policy: CallerPolicy = .sameUser) async throws {
            bus = try PrivateBus()
            service = try await BusConnection.open(.address(bus.address))
            client = try await BusConnection.open(.address(bus.address))
            object = SampleObject(tree: tree)
            try tree.add("/s", [])
            try tree.add("/s/a", [object.served])
            DBusDoor(tree: tree, connection: service, policy: policy).open()
            #expect(try await service.requestName("org.saluton.Test1") == .owner)
            proxy = Sample1Proxy(DBusClient(client, destination: "org.saluton.Test1"), "/s/a")
        }

        func close() {
            client.close()
            service.close()
        }
    }

    @Test("A proxy speaks with its object")
    func proxy() async throws {
        let house = try await House()
        defer { house.close() }
        #expect(try await house.proxy.echo(text: "ĉu") == "ĉu")
        let result = try await house.proxy.join(words: ["a", "bc"], options: [:])
        #expect(result.joined == "a bc")
        #expect(result.counts == [Row("a", 1), Row("bc", 2)])
        await #expect(throws: BusError.named("NoSuchThing")) { try await house.proxy.fail() }
        await #expect(throws: BusError.invalidArguments) { try await house.proxy.join(words: [], options: [:]) }
        try await house.proxy.setAlias(to: "new")
        #expect(try await house.proxy.getAlias() == "new")
        let properties = try await house.proxy.properties()
        #expect(properties == house.object.outlet.properties)
        #expect(properties.mood == nil && properties.born == 7)
    }

    @Test("A descriptor goes there and back")
    func descriptor() async throws {
        let house = try await House()
        defer { house.close() }
        let pipe = Pipe()
        let mine = try #require(OwnedDescriptor(duplicating: pipe.fileHandleForWriting.fileDescriptor))
        let back = try await house.proxy.handOver(in: mine)
        #expect(write(back.number, "x", 1) == 1)
        #expect(try pipe.fileHandleForReading.read(upToCount: 1) == Data("x".utf8))
    }

    @Test("A follower learns of changes and signals")
    func following() async throws {
        let house = try await House()
        defer { house.close() }
        var changes = try await house.proxy.changes().makeAsyncIterator()
        var rings = try await house.proxy.rang().makeAsyncIterator()
        house.object.outlet.update { $0.mood = ["en": "well"] }
        guard case .event(let change, let path)? = await changes.next() else { return #expect(Bool(false)) }
        #expect(path == "/s/a" && change.owner == "org.saluton.Sample1")
        var properties = Sample1.Properties()
        try properties.apply(change.changed)
        #expect(properties.mood == ["en": "well"])
        try await house.proxy.ring(number: 5)
        guard case .event(let rang, _)? = await rings.next() else { return #expect(Bool(false)) }
        #expect(rang == Sample1.Rang(number: 5, details: ["by": .string("ring")]))
    }

    @Test("A caller's departure reaches the tree")
    func departure() async throws {
        let house = try await House()
        defer { house.close() }
        _ = try await house.proxy.echo(text: "x")
        let (gone, queue) = AsyncStream.makeStream(of: Void.self)
        house.tree.whenGone(Caller(id: house.client.uniqueName.rawValue)) { queue.yield() }
        house.client.close()
        var departures = gone.makeAsyncIterator()
        await departures.next()
    }

    @Test("Another user gets nothing, neither methods nor properties nor introspection")
    func otherUser() async throws {
        let house = try await House(policy: CallerPolicy { $0.user != getuid() })
        defer { house.close() }
        let denied = BusError(busName: .accessDenied, message: "")
        await #expect(throws: denied) { try await house.proxy.echo(text: "x") }
        await #expect(throws: denied) { try await house.proxy.properties() }
        for (interface, member) in [
            ("org.freedesktop.DBus.Introspectable", "Introspect"), ("org.freedesktop.DBus.Peer", "Ping"),
            ("org.freedesktop.DBus.ObjectManager", "GetManagedObjects"),
        ] as [(InterfaceName, MemberName)] {
            await #expect(throws: denied) {
                try await house.proxy.client.call("/s", interface, member, [], timeout: nil)
            }
        }
    }

    @Test("An announcement that cannot be sent is reported, and the door goes on")
    func refusedAnnouncement() async throws {
        let house = try await House()
        defer { house.close() }
        let (refusals, queue) = AsyncStream.makeStream(of: WireError.self)
        let tree = ObjectTree(root: "/t")
        let object = SampleObject(tree: tree)
        try tree.add("/t", [object.served])
        DBusDoor(tree: tree, connection: house.service) { queue.yield($0) }.open()
        object.outlet.update { $0.alias = "a\u{0}" }
        var iterator = refusals.makeAsyncIterator()
        #expect(await iterator.next() == .invalid("a string with U+0000"))
    }

    @Test("A foreign tool reads introspection and properties")
    func foreignTool() async throws {
        let house = try await House()
        defer { house.close() }
        let standard = "org.freedesktop.DBus"
        let xml = try await send(house, "\(standard).Introspectable.Introspect")
        #expect(xml.contains(Sample1.interface.xml))
        let properties = try await send(house, "\(standard).Properties.GetAll", "string:org.saluton.Sample1")
        #expect(properties.contains("\"BoundJID\""))
    }

    private func send(_ house: House, _ arguments: String...) async throws -> String {
        try await run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.saluton.Test1", "/s/a"] + arguments,
            environment: ["DBUS_SESSION_BUS_ADDRESS": house.bus.address])
    }

    private func run(_ command: [String], environment: [String: String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        let ended = AsyncStream<Void> { stream in
            process.terminationHandler = { _ in stream.finish() }
        }
        try process.run()
        for await _ in ended {}
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
