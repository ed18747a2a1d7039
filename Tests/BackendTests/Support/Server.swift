import TestSupport
import Testing
import XMLStreams
import XMPPSessions
import XMPPStanzas

/// The server's side of a stream.
actor Server {
    let stream: ScriptedStream
    /// What was asked for at the login.
    let request: LoginRequest
    /// Taken from the stream and not asked for yet.
    private var early: [Element] = []
    /// How many stanzas the session has been sent.
    private var sent: UInt32

    init(stream: ScriptedStream, request: LoginRequest, sent: UInt32 = 0) {
        self.stream = stream
        self.request = request
        self.sent = sent
    }

    /// The next stanza of the client's, the answers of Stream Management left out.
    func stanza() async throws -> Element {
        if !early.isEmpty { return early.removeFirst() }
        while true {
            let element = try #require(await stream.next())
            if element.name.namespace != .streamManagement { return element }
        }
    }

    /// Leaves what came for the next who asks.
    func putBack(_ stanzas: [Element]) {
        early.insert(contentsOf: stanzas, at: 0)
    }

    func deliver(_ xml: String) async throws {
        let elements = try stanzas(in: Array(xml.utf8))
        sent += UInt32(elements.count { $0.name.namespace == .client })
        await stream.deliver(elements)
    }

    /// Returns once the client has dealt with everything that was delivered.
    func handled() async throws {
        try await deliver("<r xmlns='urn:xmpp:sm:3'/>")
        while true {
            let element = try #require(await stream.next())
            guard element.name.namespace == .streamManagement else {
                early.append(element)
                continue
            }
            if element.name.local == "a", element[attribute: "h"] == "\(sent)" { return }
        }
    }

    func deliver(_ stanzas: [Element]) async {
        sent += UInt32(stanzas.count { $0.name.namespace == .client })
        await stream.deliver(stanzas)
    }

    func acknowledge(_ h: UInt32) async throws { try await deliver("<a xmlns='urn:xmpp:sm:3' h='\(h)'/>") }

    /// Takes the question for the roster and returns its id.
    func rosterQuestion() async throws -> (id: String, version: String?) {
        let question = try await stanza()
        let query = try #require(question.child("query", .roster))
        return (try #require(question[attribute: "id"]), query[attribute: "ver"])
    }

    func answer(_ id: String, _ content: String) async throws {
        try await deliver("<iq type='result' id='\(id)'>\(content)</iq>")
    }

    /// Answers the question for the roster and takes the first presence.
    @discardableResult
    func greet(roster: String, version: String? = nil) async throws -> Element {
        let (id, _) = try await rosterQuestion()
        let attribute = version.map { " ver='\($0)'" } ?? ""
        try await answer(id, "<query xmlns='jabber:iq:roster'\(attribute)>\(roster)</query>")
        while true {
            let presence = try await stanza()
            if presence.child("ping", .ping) != nil {
                try await answer(try #require(presence[attribute: "id"]), "")
                continue
            }
            #expect(presence.name.local == "presence")
            return presence
        }
    }
}
