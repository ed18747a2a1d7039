import BusAPI
import BusServer
import DBusWire
import Foundation
import Glibc
import SocketWire
import Testing

@Suite("Hostile callers at the socket")
struct SocketHostileTests {
    static let echo = SocketDoorTests.echo

    @Test("A line without end is refused, and the connection ended")
    func endless() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        visitor.write([UInt8](repeating: 0x20, count: SocketLimits.lineBytes + 2))
        #expect(await visitor.line()?.contains("longer than 1 MiB") == true)
        #expect(await visitor.line() == nil)
        #expect(try await house.visitor().answers(Self.echo))
    }

    @Test("Bytes that are no text are refused, and the next line is taken")
    func noText() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        visitor.write([0xFF, 0xFE, 0x00, 0x0A])
        #expect(await visitor.line()?.contains("-32700") == true)
        #expect(await visitor.answers(Self.echo))
    }

    @Test("Who never reads loses signals, not the daemon its memory; afterwards he is told")
    func slowReader() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        visitor.write(SocketDoorTests.call("rpc.listen", "{}"))
        #expect(await visitor.line() != nil)
        let text = String(repeating: "x", count: 1 << 16)
        for number in 0..<400 {
            house.object.outlet.rang(number: UInt32(number), details: ["text": .string(text)])
        }
        var numbers = 0
        while let line = await visitor.line(), !line.contains("rpc.resync") { numbers += 1 }
        #expect((1..<200).contains(numbers))
        #expect(await visitor.answers(Self.echo))
    }

    @Test("Who calls and never reads is not read either; others are served")
    func neverReads() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor(isBlocking: false)
        let text = String(repeating: "x", count: 1 << 16)
        let line = SocketDoorTests.call("org.saluton.Sample1.Echo", #"{"path":"/s/a","args":["\#(text)"]}"#)
        var lines = 0
        // Until the daemon takes no more: then it holds what its bound allows, and the two sockets theirs.
        while lines < 1_000, visitor.isWritten(line, within: 200) { lines += 1 }
        #expect(lines < 1_000)
        #expect(try await house.visitor().answers(Self.echo))
    }

    @Test("More connections than the bound are turned away, and taken again when others leave")
    func crowd() async throws {
        let house = try SocketHouse()
        var crowd: [SocketVisitor] = []
        for _ in 0..<SocketLimits.connections {
            let visitor = try house.visitor()
            #expect(await visitor.answers(Self.echo))
            crowd.append(visitor)
        }
        let late = try house.visitor()
        #expect(await late.line()?.contains("connections") == true)
        #expect(await late.line() == nil)
        async let gone: Void = house.left("socket:1")
        crowd.removeFirst()
        await gone
        #expect(try await house.visitor().answers(Self.echo))
    }

    @Test("Who is not admitted hears so and nothing else")
    func foreign() async throws {
        let house = try SocketHouse(policy: CallerPolicy { $0.user != getuid() })
        let visitor = try house.visitor()
        #expect(await visitor.line()?.contains("AccessDenied") == true)
        #expect(await visitor.line() == nil)
    }

    @Test("The kernel tells who connected: this process")
    func peer() async throws {
        let house = try SocketHouse()
        let visitor = try house.visitor()
        #expect(UnixSocket.peer(of: visitor.socket) == Credentials(user: getuid(), process: UInt32(getpid())))
        var facts = stat()
        #expect(stat(house.path, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
    }

    @Test("A stale socket is replaced; a path that is too long is refused")
    func places() async throws {
        let house = try SocketHouse()
        let second = try SocketDoor(tree: house.tree, path: house.path)
        try second.open()
        #expect(try await house.visitor().answers(Self.echo))
        second.close()
        #expect(throws: UnixSocket.Failure.self) { try UnixSocket.connect(to: house.path) }
        #expect(throws: WireError.self) {
            try SocketDoor(tree: house.tree, path: "/tmp/" + String(repeating: "x", count: 110))
        }
    }
}

/// Lines that nobody means well by.
enum LineNoise {
    static let deep = String(repeating: #"{"a":["#, count: 50_000)
}
