import DBusWire
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Connections to a bus")
struct BusConnectionTests {
    @Test("A name that is taken is not given")
    func nameTaken() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        #expect(try await pair.client.requestName("org.saluton.Test1") == .taken)
        #expect(try await pair.client.owner(of: "org.saluton.Test1") == pair.service.uniqueName)
        try await pair.service.releaseName("org.saluton.Test1")
        #expect(try await pair.client.owner(of: "org.saluton.Test1") == nil)
        #expect(try await pair.client.requestName("org.saluton.Test1") == .owner)
    }

    @Test("An error travels with name and message")
    func remoteError() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        await #expect(throws: WireError.remote(ErrorReply(.unknownMethod, "no Nothing"))) {
            try await pair.call("Nothing")
        }
    }

    @Test("An answer that cannot be sent becomes an error")
    func badAnswer() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        await #expect {
            try await pair.call("Bad")
        } throws: { error in
            guard case .remote(let reply)? = error as? WireError else { return false }
            return reply.name == .failed
        }
        #expect(try await pair.call("Echo", [.byte(1)]) == [.byte(1)])
    }

    @Test("Callers whom the policy refuses get AccessDenied, every time")
    func accessDenied() async throws {
        let pair = try await BusPair(policy: CallerPolicy { $0.user != getuid() })
        defer { pair.close() }
        for _ in 0..<2 {
            await #expect {
                try await pair.call("Echo")
            } throws: { error in
                guard case .remote(let reply)? = error as? WireError else { return false }
                return reply.name == .accessDenied
            }
        }
    }

    @Test("The bus tells who calls")
    func credentials() async throws {
        let seen = Mutex<[Credentials]>([])
        let policy = CallerPolicy { credentials in
            seen.withLock { $0.append(credentials) }
            return true
        }
        let pair = try await BusPair(policy: policy)
        defer { pair.close() }
        for _ in 0..<3 { _ = try await pair.call("Echo") }
        #expect(seen.withLock { $0 } == [Credentials(user: getuid(), process: UInt32(getpid()))])
    }

    @Test("Arguments above the bound are refused and the service goes on")
    func tooLarge() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        let fitting = Value.bytes([UInt8](repeating: 1, count: WireLimits.argumentBytes - 64))
        #expect(try await pair.call("Echo", [fitting]) == [fitting])
        for excess in [
            Value.bytes([UInt8](repeating: 1, count: WireLimits.argumentBytes + 1)),
            .string(String(repeating: "x", count: WireLimits.argumentBytes + 1)),
            .array(Array(repeating: .string(""), count: 140_000), of: "s"),
        ] {
            await #expect {
                try await pair.call("Echo", [excess])
            } throws: { error in
                guard case .remote(let reply)? = error as? WireError else { return false }
                return reply.name == .limitsExceeded
            }
        }
        #expect(try await pair.call("Echo", [.byte(1)]) == [.byte(1)])
    }

    @Test("One caller has at most so many unfinished calls")
    func unfinishedCalls() async throws {
        let gate = Gate()
        let pair = try await BusPair(EchoService(gate: gate))
        defer { pair.close() }
        _ = try await pair.call("Echo")
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<WireLimits.callsPerCaller + 6 {
                group.addTask { (try? await pair.call("Wait")) != nil }
            }
            var outcomes: [Bool] = []
            for await outcome in group {
                outcomes.append(outcome)
                // The refused ones come first; then the others may go on.
                if outcomes.count == 6 { await gate.open() }
            }
            return outcomes
        }
        #expect(outcomes.prefix(6).allSatisfy { !$0 })
        #expect(outcomes.dropFirst(6).allSatisfy { $0 })
        #expect(try await pair.call("Later", [.byte(1)]) == [.byte(1)])
    }

    @Test("A descriptor arrives open and is closed with its owner")
    func descriptors() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        let pipe = Pipe()
        let mine = try #require(OwnedDescriptor(duplicating: pipe.fileHandleForWriting.fileDescriptor))
        var reply: [Value]? = try await pair.call("Echo", [.descriptor(mine)])
        guard case .descriptor(let theirs)? = reply?.first else { return #expect(Bool(false)) }
        #expect(theirs != mine && theirs.number != mine.number)
        #expect(write(theirs.number, "x", 1) == 1)
        #expect(try pipe.fileHandleForReading.read(upToCount: 1) == Data("x".utf8))
        reply = nil
    }

    @Test("No answer in time is an error, and so is a cancelled wait")
    func timeouts() async throws {
        let gate = Gate()
        let pair = try await BusPair(EchoService(gate: gate))
        defer { pair.close() }
        await #expect(throws: WireError.timedOut) { try await pair.call("Wait", timeout: .milliseconds(1)) }
        let waiting = Task { try await pair.call("Wait") }
        waiting.cancel()
        await #expect(throws: WireError.cancelled) { try await waiting.value }
        await gate.open()
    }

    @Test("The end of the bus is an event; waiting calls and subscriptions end")
    func busDies() async throws {
        let pair = try await BusPair()
        let stream = try await pair.client.subscribe(MatchRule(interface: "x.Y"))
        let waiting = Task { try await pair.call("Wait") }
        _ = try await pair.call("Echo")
        pair.bus.stop()
        await #expect(throws: WireError.disconnected) { _ = try await waiting.value }
        for await _ in stream {}
        for connection in [pair.service, pair.client] {
            var seen: [BusEvent] = []
            for await event in connection.events { seen.append(event) }
            #expect(seen == [.disconnected])
        }
        await #expect(throws: WireError.disconnected) { _ = try await pair.call("Echo") }
        await #expect(throws: WireError.disconnected) { _ = try await pair.client.subscribe(MatchRule()) }
        #expect(throws: WireError.disconnected) {
            try pair.client.emit(Signal(path: "/", interface: "x.Y", member: "Z"))
        }
    }

    @Test("A closed connection ends quietly")
    func closing() async throws {
        let pair = try await BusPair()
        pair.client.close()
        pair.client.close()
        for await _ in pair.client.events { #expect(Bool(false), "no event was due") }
        await #expect(throws: WireError.disconnected) { _ = try await pair.call("Echo") }
        pair.service.close()
    }

    @Test("A caller that leaves is reported")
    func callerLeaves() async throws {
        let (left, queue) = AsyncStream.makeStream(of: BusName.self)
        let pair = try await BusPair(EchoService(left: { queue.yield($0) }))
        defer { pair.close() }
        _ = try await pair.call("Echo")
        pair.client.close()
        var names = left.makeAsyncIterator()
        #expect(await names.next() == pair.client.uniqueName)
    }

    @Test("A service that cannot start is an error at once; one that is not to be started is unknown")
    func activation() async throws {
        let bus = try PrivateBus(services: ["org.saluton.Broken1": "/bin/false"])
        let client = try await BusConnection.open(.address(bus.address))
        defer { client.close() }
        var call = MethodCall(to: "org.saluton.Broken1", path: "/", interface: "x.Y", member: "Z")
        for (starts, name) in [(true, "Spawn.ChildExited"), (false, "NameHasNoOwner")] {
            call.startsService = starts
            await #expect {
                try await client.call(call)
            } throws: { error in
                guard case .remote(let reply)? = error as? WireError else { return false }
                return reply.name.rawValue == "org.freedesktop.DBus.Error." + name
            }
        }
    }
}
