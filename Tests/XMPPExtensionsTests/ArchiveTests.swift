import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@testable import XMPPExtensions
@testable import XMPPSessions

@Suite("The account's archive (XEP-0313)", .timeLimit(.minutes(1)))
struct ArchiveTests {
    private let juliet: BareJID
    private let stamp: AuthorityStamp
    private let book = ArchiveBook()
    private let plan: SessionPlan

    init() throws {
        juliet = try BareJID("juliet@capulet.lit")
        stamp = AuthorityStamp(account: juliet, standing: { _ in [] }, isJoinedRoom: { _ in false })
        plan = SessionPlan(account: juliet, extensions: [Archive(stamp: stamp, book: book)])
    }

    private func route(_ element: Element) async throws -> Verdict<Message> {
        let message = try Message(element)
        return await plan.messages.route(Incoming(message, from: stamp.authority(of: message.from))) { _ in }
    }

    private func refusal(_ element: Element) async throws -> String? {
        if case .refuse(let refusal) = try await route(element) { refusal.code } else { nil }
    }

    @Test("Results of an open question are taken, with who speaks, their id and their time, and go no further")
    func results() async throws {
        book.begin("f27", limit: 5)
        for name in ["received", "sent"] {
            guard case .take = try await route(golden("xep-0313", name).element) else {
                Issue.record("\(name): not taken")
                continue
            }
        }
        let messages = try #require(book.end("f27"))
        #expect(messages.map(\.id) == ["28482-98726-73623", "5d398-28273-f7382"])
        #expect(messages.map(\.stamp.description) == ["2010-07-10T23:08:25Z", "2010-07-10T23:09:32Z"])
        #expect(
            messages.map(\.message.authority) == [
                .stranger(try JID("romeo@montague.lit/orchard")),
                .ownDevice(try FullJID("juliet@capulet.lit/balcony")),
            ])
        #expect(messages.map(\.message.passage) == messages.map { .archived(id: $0.id) })
        #expect(messages[1].message.stanza.id == "8a54s")
        #expect(book.end("f27")?.isEmpty == true)
    }

    @Test(
        "Results from anybody but our own account are refused (§8.2)",
        arguments: [
            "romeo@montague.lit", "juliet@capulet.lit/chamber", "capulet.lit", "juliet@capulet.lit.example",
        ])
    func foreign(from: String) async throws {
        book.begin("f27", limit: 5)
        var forged = try golden("xep-0313", "received").element
        forged[attribute: "from"] = from
        #expect(try await refusal(forged) == "archive-foreign")
        #expect(book.end("f27")?.isEmpty == true)
    }

    @Test("Our bare address is our own account, written or not")
    func ownAddress() async throws {
        book.begin("f27", limit: 5)
        var result = try golden("xep-0313", "received").element
        result[attribute: "from"] = "juliet@capulet.lit"
        guard case .take = try await route(result) else {
            Issue.record("refused")
            return
        }
        #expect(book.end("f27")?.count == 1)
    }

    @Test("Results that nobody asked for are refused: no question open, another one, or one that has ended (§4)")
    func unasked() async throws {
        let result = try golden("xep-0313", "received").element
        #expect(try await refusal(result) == "archive-unasked")
        book.begin("f28", limit: 5)
        #expect(try await refusal(result) == "archive-unasked")
        book.begin("f27", limit: 5)
        _ = book.end("f27")
        #expect(try await refusal(result) == "archive-unasked")
        #expect(book.end("f28")?.isEmpty == true)
    }

    @Test("More results than were asked for are refused")
    func tooMany() async throws {
        book.begin("f27", limit: 1)
        let result = try golden("xep-0313", "received").element
        #expect(try await refusal(result) == nil)
        #expect(try await refusal(result) == "archive-unasked")
        // What was left out would lie between this page and the next.
        #expect(book.end("f27") == nil)
    }

    private static let delay = "<delay xmlns='urn:xmpp:delay' stamp='2010-07-10T23:08:25Z'/>"
    private static let inner = "<message xmlns='jabber:client' from='a@b.example'/>"

    private static func result(_ attributes: String, _ content: String) -> String {
        "<result xmlns='urn:xmpp:mam:2' \(attributes)><forwarded xmlns='urn:xmpp:forward:0'>\(content)</forwarded></result>"
    }

    static let bad: [(String, String)] = [
        ("no queryid", result("id='1'", delay + inner)), ("no id", result("queryid='q'", delay + inner)),
        ("an empty id", result("queryid='q' id=''", delay + inner)),
        ("an endless id", result("queryid='q' id='\(String(repeating: "x", count: 1_025))'", delay + inner)),
        ("no time", result("queryid='q' id='1'", inner)),
        ("no moment", result("queryid='q' id='1'", "<delay xmlns='urn:xmpp:delay' stamp='yesterday'/>" + inner)),
        ("no message", result("queryid='q' id='1'", delay)),
        ("two messages", result("queryid='q' id='1'", delay + inner + inner)),
        ("nobody speaks", result("queryid='q' id='1'", delay + "<message xmlns='jabber:client'/>")),
        ("a presence", result("queryid='q' id='1'", delay + "<presence xmlns='jabber:client' from='a@b.example'/>")),
        ("two results", result("queryid='q' id='1'", delay + inner) + result("queryid='q' id='2'", delay + inner)),
    ]

    @Test("What is no result is refused", arguments: bad)
    func malformed(what: String, content: String) async throws {
        book.begin("q", limit: 5)
        let text = "<message xmlns='jabber:client'>\(content)</message>"
        let refusal = try await refusal(try XMLStreamParser.parseDocument(Array(text.utf8)))
        #expect(refusal == "archive-malformed" || refusal == "archive-unasked", "\(what)")
        #expect(book.end("q")?.isEmpty == true)
    }

    // MARK: Asking

    /// Lets the session ask, and answers.
    private func ask(
        _ page: ResultPage, _ filter: ArchiveFilter = ArchiveFilter(), max: Int = 10, results: [Element] = [],
        answer: Element?
    ) async throws -> (asked: Element, result: Result<ArchivePage, RequestFailure>) {
        let own = try SessionHarness.stamp()
        let harness = try SessionHarness(extensions: [Archive(stamp: own, book: book)])
        let task = Task { [book] in
            do throws(RequestFailure) {
                return Result<ArchivePage, RequestFailure>.success(
                    try await harness.session.archive(page, filter, max: max, id: "f27", book: book))
            } catch {
                return .failure(error)
            }
        }
        let request = try #require(await harness.stream.next())
        await harness.stream.deliver(results)
        var reply = answer ?? Element("iq", .client, ["type": "result"])
        reply[attribute: "id"] = request[attribute: "id"]
        await harness.stream.deliver([reply])
        return (request, await task.value)
    }

    @Test("A part of an archive is its messages, its ends, and whether there is more")
    func page() async throws {
        let results = try ["received", "sent"].map { try golden("xep-0313", $0).element }
        let (request, result) = try await ask(
            .after(nil), results: results, answer: golden("xep-0313", "fin").element)
        #expect(request[attribute: "type"] == "set" && request[attribute: "to"] == nil)
        let page = try result.get()
        #expect(page.messages.count == 2 && !page.isComplete)
        #expect(page.first == "28482-98726-73623" && page.last == "09af3-cc343-b409f")
        let last = try await ask(.after("x"), answer: golden("xep-0313", "complete").element).result.get()
        #expect(last.isComplete && last.messages.isEmpty && last.last == "390-2342-22")
    }

    @Test("Without ends in the answer those of the messages count; an empty part has none")
    func ends() async throws {
        let fin = Element(
            "iq", .client, ["type": "result"], children: [Element("fin", .archive, ["complete": "1"])])
        let results = try ["received", "sent"].map { try golden("xep-0313", $0).element }
        let page = try await ask(.before(nil), results: results, answer: fin).result.get()
        #expect(page.first == "28482-98726-73623" && page.last == "5d398-28273-f7382" && page.isComplete)
        let empty = try await ask(.before(nil), answer: fin).result.get()
        #expect(empty.first == nil && empty.last == nil)
    }

    @Test("An id that the archive does not have is told; an answer without its end is none")
    func failures() async throws {
        let missing = try await ask(.after("x"), answer: golden("xep-0313", "not-found").element).result
        guard case .failure(.refused(let error)) = missing else {
            Issue.record("\(missing)")
            return
        }
        #expect(error.condition == .itemNotFound)
        guard case .failure(.malformedAnswer) = try await ask(.after("x"), answer: nil).result else {
            Issue.record("taken")
            return
        }
        #expect(!book.isOpen("f27"))
    }

    @Test(
        "Pages are asked for as XEP-0059 shows",
        arguments: [
            ("first", ResultPage.after(nil)), ("after", .after("peterpan@neverland.lit")),
            ("before", .before("peter@pixyland.org")), ("last", .before(nil)),
        ])
    func pages(name: String, page: ResultPage) async throws {
        let shown = try golden("xep-0059", name).element.elements.first?.child("set", .resultSets)
        #expect(page.element(max: 10).canonical(.dropped) == shown?.canonical(.dropped))
    }

    @Test(
        "Filters are those of the specification",
        arguments: [
            ("with", ArchiveFilter(peer: try? BareJID("juliet@capulet.lit"))),
            ("groupchat", ArchiveFilter(includesRooms: false)),
        ])
    func filters(name: String, filter: ArchiveFilter) async throws {
        let shown = try golden("xep-0313", name).element.elements.first?.child("x", .dataForms)
        let fin = try golden("xep-0313", "fin").element
        let asked = try await ask(.before(nil), filter, answer: fin).asked.elements.first
        #expect(asked?.child("x", .dataForms)?.canonical(.dropped) == shown?.canonical(.dropped))
        #expect(asked?[attribute: "queryid"] == "f27")
        #expect(ArchiveFilter().form == nil)
        // XEP-0431 §3.1 names the field and shows no stanza.
        let fields = ArchiveFilter(text: "wherefore").form?.children("field", .dataForms) ?? []
        #expect(fields.last?[attribute: "var"] == "{urn:xmpp:fulltext:0}fulltext")
        #expect(fields.last?.child("value", .dataForms)?.text == "wherefore")
    }
}
