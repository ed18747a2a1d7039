import Testing
import XMPPAddresses

@testable import XMPPSessions

@Suite("Requests of ours")
struct IQTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let to: String?
        let from: String?
        let counts: Bool
        var testDescription: String { "asked \(to ?? "–"), answered by \(from ?? "–")" }
    }

    static let cases = [
        Case(to: nil, from: nil, counts: true),
        Case(to: nil, from: "juliet@example.com", counts: true),
        Case(to: nil, from: "Juliet@EXAMPLE.com", counts: true),
        Case(to: nil, from: "example.com", counts: false),
        Case(to: nil, from: "juliet@example.com/balcony", counts: false),
        Case(to: nil, from: "romeo@example.net", counts: false),
        Case(to: "juliet@example.com", from: nil, counts: true),
        Case(to: "juliet@example.com", from: "juliet@example.com", counts: true),
        Case(to: "juliet@example.com", from: "example.com", counts: false),
        Case(to: "example.com", from: "example.com", counts: true),
        Case(to: "example.com", from: nil, counts: false),
        Case(to: "example.com", from: "juliet@example.com", counts: false),
        Case(to: "example.com", from: "example.com.evil.example", counts: false),
        Case(to: "romeo@example.net/orchard", from: "romeo@example.net/orchard", counts: true),
        Case(to: "romeo@example.net/orchard", from: "romeo@example.net/Orchard", counts: false),
        Case(to: "romeo@example.net/orchard", from: "romeo@example.net", counts: false),
        Case(to: "romeo@example.net/orchard", from: nil, counts: false),
        Case(to: "romeo@example.net", from: "romeo@example.net/orchard", counts: false),
    ]

    private func table() throws -> IQTable<String> { IQTable(account: try BareJID("juliet@example.com")) }

    @Test("An answer counts only from whom was asked (RFC 6120 §8.1.2.1)", arguments: cases)
    func answerer(row: Case) throws {
        var table = try table()
        table.open(id: "a", to: try row.to.map { try JID($0) }, deadline: .seconds(1), waiter: "w")
        switch table.resolve(id: "a", from: try row.from.map { try JID($0) }) {
        case .answered(let waiter):
            #expect(row.counts && waiter == "w")
            #expect(table.count == 0)
        case .refused(let refusal):
            #expect(!row.counts && refusal == .foreignAnswer)
            #expect(table.count == 1)
        }
    }

    @Test("A second answer, and one to a question never asked, are refused")
    func onlyOnce() throws {
        var table = try table()
        table.open(id: "a", to: nil, deadline: .seconds(1), waiter: "w")
        guard case .refused(.unexpectedAnswer) = table.resolve(id: "b", from: nil) else {
            Issue.record("an answer to nothing counted")
            return
        }
        _ = table.resolve(id: "a", from: nil)
        guard case .refused(.unexpectedAnswer) = table.resolve(id: "a", from: nil) else {
            Issue.record("a second answer counted")
            return
        }
    }

    @Test("What waits too long is given up, and only that")
    func expires() throws {
        var table = try table()
        table.open(id: "a", to: nil, deadline: .seconds(5), waiter: "a")
        table.open(id: "b", to: nil, deadline: .seconds(9), waiter: "b")
        #expect(table.deadline == .seconds(5))
        let early = table.expire(at: .seconds(4))
        #expect(early.isEmpty)
        let late = table.expire(at: .seconds(5))
        #expect(late == ["a"])
        #expect(table.deadline == .seconds(9))
        let closed = table.close(id: "b")
        #expect(closed == "b")
        #expect(table.deadline == nil)
    }
}
