import DBusWire
import TestSupport
import Testing

@Suite("Signals")
struct SignalTests {
    private func signal(_ number: UInt32, to destination: BusName? = nil) -> Signal {
        Signal(path: "/a/b", interface: "x.Y", member: "Z", [.uint32(number)], destination: destination)
    }

    @Test("A subscriber sees what matches, in order, with the sender")
    func order() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        var stream = try await pair.client.subscribe(MatchRule(sender: "org.saluton.Test1", pathNamespace: "/a"))
            .makeAsyncIterator()
        try pair.service.emit(Signal(path: "/c", interface: "x.Y", member: "Z"))
        for number in 1...500 as ClosedRange<UInt32> { try pair.service.emit(signal(number)) }
        for number in 1...500 as ClosedRange<UInt32> {
            var expected = signal(number)
            expected.sender = pair.service.uniqueName
            #expect(await stream.next() == .signal(expected))
        }
    }

    @Test("A signal to one receiver reaches nobody else")
    func unicast() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        let other = try await BusConnection.open(.address(pair.bus.address))
        defer { other.close() }
        var mine = try await pair.client.subscribe(MatchRule(interface: "x.Y")).makeAsyncIterator()
        var theirs = try await other.subscribe(MatchRule(interface: "x.Y")).makeAsyncIterator()
        try pair.service.emit(signal(1, to: pair.client.uniqueName))
        try pair.service.emit(signal(2))
        guard case .signal(let first)? = await mine.next(), case .signal(let second)? = await theirs.next() else {
            return #expect(Bool(false))
        }
        #expect(first.arguments == [.uint32(1)])
        #expect(second.arguments == [.uint32(2)])
    }

    @Test("A signal of somebody else under our service's interface is not taken")
    func impostor() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        let impostor = try await BusConnection.open(.address(pair.bus.address))
        defer { impostor.close() }
        var stream = try await pair.client.subscribe(MatchRule(sender: "org.saluton.Test1")).makeAsyncIterator()
        try impostor.emit(signal(1, to: pair.client.uniqueName))
        // The impostor's call comes after its signal, and is answered after the client has seen both.
        _ = try await impostor.owner(of: "org.saluton.Test1")
        try pair.service.emit(signal(2))
        guard case .signal(let first)? = await stream.next() else { return #expect(Bool(false)) }
        #expect(first.arguments == [.uint32(2)])
    }

    @Test("A subscriber that is too slow is told to read the state again")
    func overflow() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        var slow = try await pair.client.subscribe(MatchRule(member: "Z"), limit: 2).makeAsyncIterator()
        var fast = try await pair.client.subscribe(MatchRule(member: "Z")).makeAsyncIterator()
        for number in 1...4 as ClosedRange<UInt32> {
            try pair.service.emit(signal(number))
            _ = await fast.next()
        }
        var seen: [[Value]?] = []
        for _ in 0..<2 {
            if case .signal(let signal)? = await slow.next() { seen.append(signal.arguments) }
        }
        #expect(seen == [[.uint32(1)], [.uint32(2)]])
        try pair.service.emit(signal(5))
        _ = await fast.next()
        #expect(await slow.next() == .resync)
        guard case .signal(let last)? = await slow.next() else { return #expect(Bool(false)) }
        #expect(last.arguments == [.uint32(5)])
    }

    @Test("A name that changes hands is followed, and the subscriber told")
    func ownerChange() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        var stream = try await pair.client.subscribe(MatchRule(sender: "org.saluton.Test1")).makeAsyncIterator()
        pair.service.close()
        #expect(await stream.next() == .resync)
        let successor = try await BusConnection.open(.address(pair.bus.address))
        defer { successor.close() }
        #expect(try await successor.requestName("org.saluton.Test1") == .owner)
        #expect(await stream.next() == .resync)
        try successor.emit(signal(1))
        guard case .signal(let first)? = await stream.next() else { return #expect(Bool(false)) }
        #expect(first.sender == successor.uniqueName)
    }

    @Test("What cannot be sent is refused where it is made")
    func refusal() async throws {
        let pair = try await BusPair()
        defer { pair.close() }
        #expect(throws: WireError.invalid("a string with U+0000")) {
            try pair.service.emit(Signal(path: "/", interface: "x.Y", member: "Z", [.string("\u{0}")]))
        }
    }
}
