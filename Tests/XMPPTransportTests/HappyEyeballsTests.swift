import Testing

@testable import XMPPTransport

struct HappyEyeballsTests {
    private func six(_ last: UInt8) -> NetworkAddress {
        NetworkAddress(octets: Array(repeating: 0, count: 15) + [last])
    }
    private func four(_ last: UInt8) -> NetworkAddress { NetworkAddress(octets: [127, 0, 0, last]) }

    @Test("The families take turns, led by the resolver's first (RFC 8305 §4)")
    func order() {
        #expect(HappyEyeballs([six(1), six(2), four(1), four(2)]).addresses == [six(1), four(1), six(2), four(2)])
        #expect(HappyEyeballs([four(1), four(2), six(1)]).addresses == [four(1), six(1), four(2)])
        #expect(HappyEyeballs([four(1), four(1)]).addresses == [four(1)])
        #expect(HappyEyeballs((0..<40).map { four(UInt8($0)) }).addresses.count == HappyEyeballs.most)
    }

    @Test("A second attempt joins in after the delay, and the first that is through wins")
    func race() {
        var machine = HappyEyeballs([six(1), four(1)])
        #expect(machine.start() == .connect(0))
        #expect(machine.waited() == .connect(1))
        #expect(machine.waited() == nil)
        #expect(machine.connected(1) == .use(1))
        #expect(machine.connected(0) == nil)
        #expect(machine.failed(0) == nil)
    }

    @Test("A failure brings the next at once, and the last one ends it")
    func failures() {
        var machine = HappyEyeballs([six(1), four(1)])
        #expect(machine.start() == .connect(0))
        #expect(machine.failed(0) == .connect(1))
        #expect(machine.failed(1) == .giveUp)
        #expect(machine.waited() == nil)
    }

    @Test("It is not given up while one is still trying")
    func patience() {
        var machine = HappyEyeballs([six(1), four(1)])
        _ = machine.start()
        _ = machine.waited()
        #expect(machine.failed(1) == nil)
        #expect(machine.connected(0) == .use(0))
    }

    @Test("No address at all is the end")
    func none() {
        var machine = HappyEyeballs([])
        #expect(machine.start() == .giveUp)
    }
}
