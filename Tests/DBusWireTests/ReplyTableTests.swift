import Testing

@testable import DBusWire

@Suite("Calls that wait for an answer")
struct ReplyTableTests {
    private let start = ContinuousClock.now

    @Test("Only what is late expires")
    func expiry() {
        var table = ReplyTable<String>()
        table.add("a", serial: 1, deadline: start + .seconds(5))
        table.add("b", serial: 2, deadline: start + .seconds(2))
        #expect(table.nextDeadline == start + .seconds(2))
        #expect(table.expire(now: start + .seconds(1)).isEmpty)
        #expect(table.expire(now: start + .seconds(2)) == ["b"])
        #expect(table.take(2) == nil)
        #expect(table.nextDeadline == start + .seconds(5))
        #expect(table.take(1) == "a")
        #expect(table.nextDeadline == nil)
    }

    @Test("An answered call does not expire, and wakes at most once for nothing")
    func answered() {
        var table = ReplyTable<String>()
        table.add("a", serial: 1, deadline: start + .seconds(1))
        table.add("b", serial: 2, deadline: start + .seconds(9))
        _ = table.take(1)
        #expect(table.expire(now: start + .seconds(1)).isEmpty)
        #expect(table.nextDeadline == start + .seconds(9))
        #expect(table.takeAll() == ["b"])
        #expect(table.nextDeadline == nil)
    }
}
