import TestSupport
import Testing
import XMLStreams
import XMPPStanzas

/// What the client asks the archive for.
struct ArchiveQuestion: Sendable {
    var id: String
    var query: String
    /// "after x", "before x", "before" for the end, "start".
    var place: String
    var max: Int?
    /// With whom; `nil`: everybody.
    var peer: String?
    /// What is looked for; `nil`: everything.
    var words: String?
}

/// A message in the archive.
struct Archived: Sendable {
    var id: String
    /// Seconds after 2023-11-14T12:00:00Z, at most 3599.
    var second: Int
    var xml: String

    /// From Romeo, or of that sender to that recipient.
    init(
        _ id: String, _ second: Int, _ text: String, from: String = "romeo@example.net/o",
        to: String = "juliet@example.com", name: String? = nil
    ) {
        self.id = id
        self.second = second
        let name = name ?? "m-\(id)"
        xml =
            "<message xmlns='jabber:client' type='chat' from='\(from)' to='\(to)' id='\(name)'><body>\(text)</body>"
            + "<origin-id xmlns='urn:xmpp:sid:0' id='\(name)'/></message>"
    }

    /// The archive's stamp, in place of that second.
    var moment: String?

    var stamp: String {
        moment ?? "2023-11-14T12:\(Self.two(second / 60)):\(Self.two(second % 60))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Server {
    /// Answers what a new session begins with, in whatever order it comes: questions for the roster, what the account can
    /// do and copies, and the first presence.
    func greet(features: [String]) async throws {
        var (isPresent, isInformed, hasCopies) = (false, false, false)
        var others: [Element] = []
        while !(isPresent && isInformed && hasCopies) {
            let stanza = try await stanza()
            if stanza.name.local == "presence" {
                isPresent = true
            } else if try await copies(stanza) {
                hasCopies = true
            } else if stanza.child("query", .roster) != nil {
                try await answer(
                    try #require(stanza[attribute: "id"]), "<query xmlns='jabber:iq:roster'>\(House.roster)</query>")
            } else if stanza.child("query", "http://jabber.org/protocol/disco#info") != nil {
                #expect(stanza[attribute: "to"] == "juliet@example.com")
                try await answerInfo(try #require(stanza[attribute: "id"]), features)
                isInformed = true
            } else {
                others.append(stanza)
            }
        }
        putBack(others)
    }

    /// Answers the question what the account can do.
    func answerInfo(_ id: String, _ features: [String]) async throws {
        let list = features.map { "<feature var='\($0)'/>" }.joined()
        try await answer(id, "<query xmlns='http://jabber.org/protocol/disco#info'>\(list)</query>")
    }

    /// Answers the question for copies of what other devices exchange; false when it is none.
    private func copies(_ stanza: Element) async throws -> Bool {
        guard stanza.child("enable", "urn:xmpp:carbons:2") != nil else { return false }
        try await answer(try #require(stanza[attribute: "id"]), "")
        return true
    }

    func archiveQuestion() async throws -> ArchiveQuestion {
        let stanza = try await stanza()
        let query = try #require(stanza.child("query", "urn:xmpp:mam:2"), "\(stanza.canonical)")
        #expect(stanza[attribute: "to"] == nil && stanza[attribute: "type"] == "set")
        let rsm: Namespace = "http://jabber.org/protocol/rsm"
        let set = try #require(query.child("set", rsm))
        let place =
            if let after = set.child("after", rsm) {
                "after \(after.text)"
            } else if let before = set.child("before", rsm) {
                before.text.isEmpty ? "before" : "before \(before.text)"
            } else { "start" }
        let fields = query.child("x", "jabber:x:data")?.children("field", "jabber:x:data") ?? []
        func value(_ name: String) -> String? {
            fields.first { $0[attribute: "var"] == name }?.child("value", "jabber:x:data")?.text
        }
        return ArchiveQuestion(
            id: try #require(stanza[attribute: "id"]), query: try #require(query[attribute: "queryid"]), place: place,
            max: set.child("max", rsm).flatMap { Int($0.text) },
            peer: value("with"), words: value("{urn:xmpp:fulltext:0}fulltext"))
    }

    /// Gives a page.
    func give(_ messages: [Archived], to question: ArchiveQuestion, complete: Bool = false) async throws {
        try await deliver(messages.map { Self.result($0, question.query) }.joined())
        let ends =
            messages.isEmpty ? "" : "<first>\(messages[0].id)</first><last>\(messages[messages.count - 1].id)</last>"
        try await answer(
            question.id,
            "<fin xmlns='urn:xmpp:mam:2' complete='\(complete)'><set xmlns='http://jabber.org/protocol/rsm'>\(ends)</set></fin>"
        )
    }

    static func result(_ message: Archived, _ query: String, from: String = "") -> String {
        "<message\(from)><result xmlns='urn:xmpp:mam:2' queryid='\(query)' id='\(message.id)'>"
            + "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='\(message.stamp)'/>"
            + "\(message.xml)</forwarded></result></message>"
    }

    func refuse(_ id: String, _ condition: String) async throws {
        try await deliver(
            "<iq type='error' id='\(id)'><error type='cancel'>"
                + "<\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>")
    }
}
