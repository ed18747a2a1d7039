import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@testable import XMPPExtensions

@Suite("What the archive keeps (XEP-0441)", .timeLimit(.minutes(1)))
struct ArchivePreferenceTests {
    private func exchange(
        _ question: String, _ reply: Element, _ ask: @escaping @Sendable (Session) async throws -> ArchivePreferences
    ) async throws -> ArchivePreferences {
        let harness = try SessionHarness()
        let task = Task { try await ask(harness.session) }
        let request = try #require(await harness.stream.next())
        let shown = try golden("xep-0441", question).element
        #expect(request.elements.first?.canonical(.dropped) == shown.elements.first?.canonical(.dropped))
        #expect(request[attribute: "type"] == shown[attribute: "type"] && request[attribute: "to"] == nil)
        var answer = reply
        answer[attribute: "id"] = request[attribute: "id"]
        await harness.stream.deliver([answer])
        return try await task.value
    }

    @Test("They are read as the specification shows")
    func reading() async throws {
        let known = try await exchange("get", golden("xep-0441", "current").element) {
            try await $0.archivePreferences()
        }
        #expect(known == ArchivePreferences(rule: .roster))
    }

    @Test("They are changed as the specification shows, and what the server made of it is told")
    func changing() async throws {
        let wish = ArchivePreferences(
            rule: .roster, always: [try JID("romeo@montague.lit")], never: [try JID("montague@montague.lit")])
        var answer = try golden("xep-0441", "set").element
        answer[attribute: "type"] = "result"
        #expect(try await exchange("set", answer) { try await $0.setArchivePreferences(wish) } == wish)
        let other = try golden("xep-0441", "current").element
        #expect(try await exchange("set", other) { try await $0.setArchivePreferences(wish) }.always.isEmpty)
    }

    @Test("A server without them says so")
    func unsupported() async throws {
        await #expect(throws: RequestFailure.self) {
            try await exchange("get", golden("xep-0441", "unsupported").element) { try await $0.archivePreferences() }
        }
    }

    @Test(
        "An answer that the specification does not know is none",
        arguments: ["<prefs xmlns='urn:xmpp:mam:2'/>", "<prefs xmlns='urn:xmpp:mam:2' default='often'/>", "<prefs/>"])
    func malformed(content: String) async throws {
        let text = "<iq xmlns='jabber:client' type='result'>\(content)</iq>"
        let answer = try XMLStreamParser.parseDocument(Array(text.utf8))
        await #expect(throws: RequestFailure.malformedAnswer) {
            try await exchange("get", answer) { try await $0.archivePreferences() }
        }
    }

    @Test("What is no address is left out, and so is what is too much")
    func bounds() throws {
        let many = (0..<1_100).map { Element("jid", .archive, text: "contact\($0)@example.org") }
        let element = Element(
            "prefs", .archive, ["default": "always"],
            children: [
                Element("always", .archive, children: [Element("jid", .archive, text: "@"), many[0]]),
                Element("never", .archive, children: many),
            ])
        let known = try #require(ArchivePreferences(element))
        #expect(known.rule == .always && known.always.count == 1 && known.never.count == 1_000)
    }
}
