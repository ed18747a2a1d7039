import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@testable import XMPPSessions

extension Namespace {
    fileprivate static let wrapper: Namespace = "urn:example:wrapper"
    fileprivate static let inner: Namespace = "urn:example:inner"
}

/// Replaces a message by the one in it, as copies and archives do.
private struct Unwrapping: XMPPExtension {
    static let features: [Namespace] = [.wrapper]

    func join(_ plan: inout SessionPlan) {
        let foreign = Refusal(code: "wrapper-foreign", section: "example §1")
        plan.onMessage(
            containing: Name("wrap", .wrapper), at: .unwrap, accepting: .ownAccount, otherwise: .refuse(foreign)
        ) { outer in
            guard let inner = outer.stanza.payloads.first?.child("message", .client), let message = try? Message(inner)
            else { return .refuse(Refusal(code: "wrapper-empty", section: "example §2")) }
            return .pass(Incoming(message, from: outer.authority))
        }
    }
}

/// Believes a mark of contacts only, and strikes out others'.
private struct Marking: XMPPExtension {
    static let features: [Namespace] = [.inner, .wrapper]

    func join(_ plan: inout SessionPlan) {
        let foreign = Refusal(code: "mark-foreign", section: "example §3")
        plan.onMessage(
            containing: Name("mark", .inner), at: .authenticate, accepting: [.contact, .ownAccount],
            otherwise: .strike(foreign)
        ) { message in
            var marked = message
            marked.stanza.bodies = LanguageMap("marked")
            return .pass(marked)
        }
    }
}

@Suite("The plan of a session", .timeLimit(.minutes(1)))
struct PlanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let xml: String
        let products: [String]
        var refusals: [String] = []
    }

    static let mark = "<mark xmlns='urn:example:inner'/>"
    static func wrap(_ inner: String) -> String {
        "<wrap xmlns='urn:example:wrapper'><message xmlns='jabber:client'>\(inner)</message></wrap>"
    }

    static let cases = [
        Case(testDescription: "plain", xml: "<message><body>a</body></message>", products: ["account: a"]),
        Case(
            testDescription: "marked by a contact", xml: "<message from='nurse@example.com'>\(mark)</message>",
            products: ["contact: marked"]),
        Case(
            testDescription: "marked by a stranger",
            xml: "<message from='romeo@example.net'><body>a</body>\(mark)</message>", products: ["stranger: a"],
            refusals: ["mark-foreign"]),
        Case(
            testDescription: "marked twice", xml: "<message from='romeo@example.net'>\(mark)\(mark)</message>",
            products: ["stranger: –"], refusals: ["mark-foreign"]),
        Case(
            testDescription: "an error that echoes a mark",
            xml: "<message type='error' from='nurse@example.com'>\(mark)</message>", products: ["contact: –"]),
        Case(
            testDescription: "unwrapped", xml: "<message>\(wrap("<body>in</body>"))</message>",
            products: ["account: in"]),
        Case(
            testDescription: "what was unwrapped is looked at", xml: "<message>\(wrap(mark))</message>",
            products: ["account: marked"]),
        Case(
            testDescription: "never unwrapped twice", xml: "<message>\(wrap(wrap("<body>in</body>")))</message>",
            products: ["account: –"]),
        Case(
            testDescription: "wrapped by somebody else",
            xml: "<message from='nurse@example.com'>\(wrap("<body>in</body>"))</message>", products: [],
            refusals: ["wrapper-foreign"]),
        Case(
            testDescription: "wrapped by our own other device",
            xml: "<message from='juliet@example.com/phone'>\(wrap("<body>in</body>"))</message>", products: [],
            refusals: ["wrapper-foreign"]),
        Case(
            testDescription: "an empty wrapper", xml: "<message><wrap xmlns='urn:example:wrapper'/></message>",
            products: [], refusals: ["wrapper-empty"]),
    ]

    @Test("Stages look only at what their sender may say", arguments: cases)
    func table(row: Case) async throws {
        let juliet = try SessionHarness(extensions: [Marking(), Unwrapping()])
        try await juliet.stream.deliver(row.xml)
        #expect(await juliet.delegate.nextBatch().products.map(\.summary) == row.products)
        #expect(juliet.delegate.refusals.map(\.code) == row.refusals)
    }

    @Test("Features are those joined, sorted, each once")
    func features() throws {
        let account = try BareJID("juliet@example.com")
        let plan = SessionPlan(account: account, extensions: [Marking(), Unwrapping()])
        #expect(plan.features == [.inner, .wrapper])
        #expect(SessionPlan(account: account).features.isEmpty)
    }

    @Test("Ids are 128 random bits in 26 characters")
    func ids() {
        var generator = SeededGenerator(seed: 1)
        let ids = (0..<1000).map { _ in RandomID.make(using: &generator) }
        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { $0.utf8.count == 26 })
    }
}
