import TestSupport
import Testing
import XMLStreams
import XMPPSessions
import XMPPStanzas

extension Namespace {
    fileprivate static let example: Namespace = "urn:example"
}

/// Serves one request for each kind of answer.
private struct Example: XMPPExtension {
    struct Product: ExtensionProduct {}

    static let features: [Namespace] = [.example]

    func join(_ plan: inout SessionPlan) {
        let friends: Authority.Kinds = [.ownAccount, .contact]
        plan.onIQ(.get, Name("now", .example), accepting: friends) { _ in .result(Element("yes", .example)) }
        plan.onIQ(.get, Name("later", .example), accepting: friends) { _ in .later { .result(nil) } }
        plan.onIQ(.get, Name("no", .example), accepting: friends) { _ in .error(.forbidden) }
        plan.onIQ(.set, Name("store", .example), accepting: friends) { _ in .produce(Product()) }
        plan.onIQ(.get, Name("nobody", .example)) { _ in .result(nil) }
    }
}

@Suite("A session answers", .timeLimit(.minutes(1)))
struct SessionAnsweringTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let type: String
        let payload: String
        let from: String?
        /// `nil`: a result.
        let condition: String?
        var refusal: String?
        var testDescription: String { "\(type) \(payload) from \(from ?? "–")" }
    }

    static let cases = [
        Case(type: "get", payload: "now", from: "nurse@example.com/chamber", condition: nil),
        Case(type: "get", payload: "now", from: nil, condition: nil),
        Case(type: "get", payload: "later", from: "nurse@example.com/chamber", condition: nil),
        Case(type: "get", payload: "no", from: "nurse@example.com/chamber", condition: "forbidden"),
        Case(type: "set", payload: "store", from: "nurse@example.com/chamber", condition: nil),
        // Paris does not see Juliet's presence, and must not learn of it by asking (RFC 6121 §11).
        Case(
            type: "get", payload: "now", from: "paris@example.com/x", condition: "service-unavailable",
            refusal: "request-foreign"),
        Case(
            type: "get", payload: "now", from: "romeo@example.net/x", condition: "service-unavailable",
            refusal: "request-foreign"),
        Case(
            type: "set", payload: "now", from: "nurse@example.com/x", condition: "service-unavailable",
            refusal: "request-unserved"),
        Case(
            type: "get", payload: "unknown", from: "nurse@example.com/x", condition: "service-unavailable",
            refusal: "request-unserved"),
        Case(
            type: "get", payload: "unknown", from: "romeo@example.net/x", condition: "service-unavailable",
            refusal: "request-unserved"),
        Case(
            type: "get", payload: "nobody", from: nil, condition: "service-unavailable", refusal: "request-foreign"),
        Case(
            type: "blue", payload: "now", from: "nurse@example.com/x", condition: "bad-request", refusal: "type-unknown"
        ),
        Case(
            type: "blue", payload: "now", from: "romeo@example.net/x", condition: "service-unavailable",
            refusal: "type-unknown"),
    ]

    @Test("A request is answered by whom it may be, and to all others as if nobody was there", arguments: cases)
    func table(row: Case) async throws {
        let juliet = try SessionHarness(extensions: [Example()])
        let from = row.from.map { "from='\($0)'" } ?? ""
        try await juliet.stream.deliver(
            "<iq type='\(row.type)' id='q1' \(from)><\(row.payload) xmlns='urn:example'/></iq>")
        let answer = try #require(await juliet.stream.next())
        #expect(answer[attribute: "id"] == "q1")
        #expect(answer[attribute: "to"] == row.from)
        #expect(answer[attribute: "type"] == (row.condition == nil ? "result" : "error"))
        if let condition = row.condition {
            #expect(StanzaError(stanza: answer).condition.rawValue == condition)
            #expect(answer.elements.count == 1, "a refusal echoes nothing")
        }
        #expect(juliet.delegate.refusals.map(\.code) == (row.refusal.map { [$0] } ?? []))
    }

    @Test("What a request produces is committed before it is answered")
    func product() async throws {
        let juliet = try SessionHarness(extensions: [Example()])
        juliet.delegate.failCommits(1)
        try await juliet.stream.deliver("<iq type='set' id='q1'><store xmlns='urn:example'/></iq>")
        await juliet.delegate.commitsFailed(1)
        #expect(await juliet.stream.unread.isEmpty)
        await juliet.clock.alarm(at: .seconds(1))
        juliet.clock.advance(by: .seconds(1))
        #expect(await juliet.delegate.nextBatch().products.map(\.summary) == ["Product from account"])
        #expect(await juliet.stream.next()?[attribute: "type"] == "result")
    }

    @Test("Requests without exactly one child are refused", arguments: ["", "<a xmlns='urn:a'/><b xmlns='urn:b'/>"])
    func children(content: String) async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver("<iq type='get' id='q1' from='nurse@example.com/x'>\(content)</iq>")
        let answer = try #require(await juliet.stream.next())
        #expect(StanzaError(stanza: answer).condition == .badRequest)
        #expect(juliet.delegate.refusals.map(\.code) == ["children-wrong"])
    }

    @Test("A flood of requests is answered up to a bound and never holds the reader back")
    func flood() async throws {
        var limits = SessionLimits()
        limits.unacknowledged = 1
        limits.answers = 5
        let juliet = try SessionHarness(limits: limits)
        let request = "<iq type='get' id='q' from='nurse@example.com/x'><a xmlns='urn:a'/></iq>"
        try await juliet.stream.deliver(String(repeating: request, count: 20))
        #expect(await juliet.delegate.nextBatch().resumption?.handled == 20)
        let refusals = await juliet.delegate.refused(35)
        #expect(refusals.count { $0.code == "request-flood" } == 15)
    }
}
