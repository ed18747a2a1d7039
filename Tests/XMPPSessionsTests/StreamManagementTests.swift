import TestSupport
import Testing
import XMLStreams

@testable import XMPPSessions

@Suite("Stream Management")
struct StreamManagementTests {
    private let grant = StreamManagementGrant(id: "some-long-sm-id")
    private let presence = Element("presence", .client)

    private func managed(sent: UInt32 = 0, queued: Int) -> Managed {
        let management = Managed(grant: grant, sent: sent)
        for index in 0..<queued { management.number(presence, token: "\(index)") }
        return management
    }

    @Test(
        "An acknowledgement settles exactly what it counts",
        arguments: [(0, 0), (1, 1), (3, 3), (5, 5)] as [(UInt32, Int)])
    func settles(h: UInt32, count: Int) throws {
        let management = managed(queued: 5)
        #expect(try management.acknowledge(h).map(\.token) == (0..<count).map { "\($0)" })
        #expect(management.unacknowledged == 5 - count)
    }

    @Test("The same acknowledgement twice settles nothing more")
    func duplicate() throws {
        let management = managed(queued: 3)
        #expect(try management.acknowledge(2).count == 2)
        #expect(try management.acknowledge(2).isEmpty)
        #expect(management.unacknowledged == 1)
    }

    @Test("An older acknowledgement changes nothing")
    func behind() throws {
        let management = managed(queued: 3)
        _ = try management.acknowledge(3)
        #expect(try management.acknowledge(1).isEmpty)
        #expect(management.acknowledged == 3)
    }

    @Test("Counts go on at zero behind 2^32-1 (XEP-0198 §4)")
    func wrapsAround() throws {
        let management = managed(sent: .max - 1, queued: 3)
        #expect(management.replay.map(\.number) == [.max, 0, 1])
        #expect(try management.acknowledge(.max).map(\.number) == [.max])
        #expect(try management.acknowledge(1).map(\.number) == [0, 1])
        #expect(management.unacknowledged == 0)
    }

    @Test("The count of the server's stanzas goes on at zero as well")
    func wrapsAroundIncoming() {
        let management = Managed(grant: grant, handled: .max)
        management.count()
        management.commit(through: management.received)
        management.asked()
        #expect(management.answer() == 0)
    }

    @Test(
        "More acknowledged than sent ends the stream (XEP-0198 §6)",
        arguments: [(0, 1), (8, 10), (.max, 1)] as [(UInt32, UInt32)])
    func tooHigh(sent: UInt32, h: UInt32) {
        let management = managed(sent: sent, queued: 0)
        #expect(throws: ManagementFault.countTooHigh(h: h, sent: sent)) { _ = try management.acknowledge(h) }
    }

    @Test("The stream error for it is that of the specification")
    func faultElement() throws {
        let element = ManagementFault.countTooHigh(h: 10, sent: 8).element
        let condition = try #require(element.child("handled-count-too-high", .streamManagement))
        #expect(condition[attribute: "h"] == "10")
        #expect(condition[attribute: "send-count"] == "8")
        #expect(element.elements.first?.name.local == "undefined-condition")
    }

    @Test("A resumption replays exactly what was not handled")
    func resumption() throws {
        let management = managed(queued: 5)
        _ = try management.acknowledge(1)
        #expect(try management.resume(3).map(\.token) == ["1", "2"])
        #expect(management.replay.map(\.token) == ["3", "4"])
        #expect(management.replay.map(\.number) == [4, 5])
        #expect(management.upcoming() == 6)
    }

    @Test("A resumption with less than was acknowledged before is refused (XEP-0198 §5)")
    func resumptionBehind() throws {
        let management = managed(queued: 3)
        _ = try management.acknowledge(3)
        #expect(throws: ManagementFault.countWentBack(h: 2, acknowledged: 3)) { _ = try management.resume(2) }
    }

    @Test("What arrived but was not stored is forgotten when the stream breaks, as the server sends it again")
    func resumptionForgetsUncommitted() throws {
        let management = Managed(grant: grant)
        for _ in 0..<3 { management.count() }
        management.commit(through: 2)
        _ = try management.resume(0)
        #expect(management.received == 2)
        #expect(management.resumption == Resumption(id: "some-long-sm-id", handled: 2))
    }

    @Test(
        "A refused resumption hands back what is in doubt",
        arguments: [(nil, 0, 3), (2, 2, 1), (3, 3, 0), (9, 0, 3)] as [(UInt32?, Int, Int)])
    func refusal(h: UInt32?, arrived: Int, doubtful: Int) {
        let management = managed(queued: 3)
        let split = management.dissolve(h)
        #expect(split.arrived.count == arrived)
        #expect(split.doubtful.count == doubtful)
        #expect(management.unacknowledged == 0)
    }

    @Test("Only one question is open at a time")
    func asksOnce() throws {
        let management = managed(queued: 2)
        #expect(management.asks())
        management.number(presence)
        #expect(!management.asks())
        _ = try management.acknowledge(2)
        #expect(management.asks())
        _ = try management.acknowledge(3)
        #expect(!management.asks())
    }

    @Test("The server hears only of what is stored")
    func tellsCommitted() {
        let management = Managed(grant: grant)
        management.count()
        management.count()
        management.asked()
        #expect(management.answer() == 0)
        management.commit(through: 2)
        #expect(management.answer() == nil)
        management.asked()
        #expect(management.answer() == 2)
        #expect(management.answer() == nil)
    }

    @Test("Without being asked it hears once in a while")
    func tellsUnasked() {
        let management = Managed(grant: grant)
        for _ in 0..<99 { management.count() }
        management.commit(through: 99)
        #expect(management.answer() == nil)
        management.count()
        management.commit(through: 100)
        #expect(management.answer() == 100)
        #expect(management.answer() == nil)
    }

    @Test("Without a grant nothing is told and nothing resumed")
    func unmanaged() {
        let management = Managed(grant: nil)
        management.asked()
        #expect(management.answer() == nil)
        #expect(management.resumption == nil)
    }

    @Test(
        "Nonzas are read strictly",
        arguments: [
            ("<r xmlns='urn:xmpp:sm:3'/>", ManagementNonza.request), ("<a xmlns='urn:xmpp:sm:3' h='7'/>", .answer(7)),
            ("<a xmlns='urn:xmpp:sm:3' h='4294967295'/>", .answer(.max)),
            ("<a xmlns='urn:xmpp:sm:3' h='4294967296'/>", nil), ("<a xmlns='urn:xmpp:sm:3' h='-1'/>", nil),
            ("<a xmlns='urn:xmpp:sm:3'/>", nil), ("<r xmlns='urn:xmpp:sm:2'/>", nil), ("<r/>", nil),
        ] as [(String, ManagementNonza?)])
    func nonzas(xml: String, expected: ManagementNonza?) throws {
        #expect(ManagementNonza(try stanza(xml)) == expected)
    }
}

/// A machine whose events can stand in an expectation.
private final class Managed {
    private var machine: StreamManagement

    init(grant: StreamManagementGrant?, handled: UInt32 = 0, sent: UInt32 = 0) {
        machine = StreamManagement(grant: grant, handled: handled, sent: sent)
    }

    var unacknowledged: Int { machine.unacknowledged }
    var acknowledged: UInt32 { machine.acknowledged }
    var received: UInt32 { machine.received }
    var replay: [StreamManagement.Sent] { machine.replay }
    var resumption: Resumption? { machine.resumption }

    func upcoming() -> UInt32 { machine.upcoming() }
    func number(_ element: Element, token: String? = nil) { machine.number(element, token: token) }
    func asks() -> Bool { machine.asks() }
    func asked() { machine.asked() }
    func count() { machine.count() }
    func commit(through number: UInt32) { machine.commit(through: number) }
    func answer() -> UInt32? { machine.answer() }
    func acknowledge(_ h: UInt32) throws -> [StreamManagement.Sent] { try machine.acknowledge(h) }
    func resume(_ h: UInt32) throws -> [StreamManagement.Sent] { try machine.resume(h) }
    func dissolve(_ h: UInt32?) -> (arrived: [StreamManagement.Sent], doubtful: [StreamManagement.Sent]) {
        machine.dissolve(h)
    }
}
