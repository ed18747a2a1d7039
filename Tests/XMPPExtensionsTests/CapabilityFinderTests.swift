import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// Answers requests from a table, at once or when told to, and counts them.
private actor Answering: Requesting {
    private(set) var asked: [String] = []
    private let answers: [String: Element]
    private var isHeld: Bool
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watcher: CheckedContinuation<Void, Never>?

    init(_ answers: [String: Element], held isHeld: Bool = false) {
        self.answers = answers
        self.isHeld = isHeld
    }

    /// Returns when somebody has asked.
    func wasAsked() async { if asked.isEmpty { await withCheckedContinuation { watcher = $0 } } }

    func release() {
        isHeld = false
        for one in held { one.resume() }
        held = []
    }

    func request(
        _ payload: Element, _ type: RequestType, to: JID?, timeout: Duration
    ) async throws(RequestFailure) -> Element? {
        asked.append("\(to?.description ?? "–") \(payload[attribute: "node"] ?? "–")")
        watcher?.resume()
        watcher = nil
        if isHeld { await withCheckedContinuation { held.append($0) } }
        guard let answer = answers[to?.description ?? "–"] else { throw .timedOut }
        return answer
    }
}

@Suite("Finding capabilities")
struct CapabilityFinderTests {
    private let exodus = "QgayPKawpkPSDYmwT/WM94uAlu0="

    private func announcement(_ xml: String) throws -> CapabilityAnnouncement {
        try #require(CapabilityAnnouncement(try Presence(try stanza("<presence>\(xml)</presence>")).payloads))
    }

    private var announced: CapabilityAnnouncement {
        get throws {
            let presence = try Presence(golden("xep-0115", "01-example-1").element)
            return try #require(CapabilityAnnouncement(presence.payloads))
        }
    }

    private var proof: Element {
        get throws { try #require(try golden("xep-0115", "03-example-3").element.elements.first) }
    }

    @Test("A proved hash is asked for once, and then holds for everybody")
    func proved() async throws {
        let romeo = try FullJID("romeo@montague.lit/orchard")
        let nurse = try FullJID("nurse@capulet.lit/chamber")
        let requesting = Answering([romeo.description: try proof])
        let finder = CapabilityFinder(requesting: requesting, cache: CapabilityMemory())
        let info = try await finder.info(of: romeo, announcing: announced)
        #expect(info.has("http://jabber.org/protocol/muc"))
        #expect(info.node == nil)
        #expect(try await finder.info(of: nurse, announcing: announced) == info)
        #expect(await requesting.asked == ["\(romeo) http://code.google.com/p/exodus#\(exodus)"])
    }

    @Test("A hash that proves nothing holds for its sender only (XEP-0115 §9.3)")
    func poisoned() async throws {
        let mallory = try FullJID("mallory@evil.example/x")
        let romeo = try FullJID("romeo@montague.lit/orchard")
        var lie = try proof
        lie.children.append(.element(Element("feature", .discoInfo, ["var": "urn:evil"])))
        let requesting = Answering([mallory.description: lie, romeo.description: try proof])
        let cache = CapabilityMemory()
        let finder = CapabilityFinder(requesting: requesting, cache: cache)
        #expect(try await finder.info(of: mallory, announcing: announced).has("urn:evil"))
        #expect(try await finder.info(of: mallory, announcing: announced).has("urn:evil"))
        #expect(try await !finder.info(of: romeo, announcing: announced).has("urn:evil"))
        #expect(await requesting.asked.count == 2)
        await finder.forget(mallory)
        #expect(try await !finder.info(of: mallory, announcing: announced).has("urn:evil"))
        #expect(await requesting.asked.count == 2)
    }

    @Test("A hash of a function we do not know is never shared (XEP-0115 §5.4 step 2)")
    func unknownFunction() async throws {
        let romeo = try FullJID("romeo@montague.lit/orchard")
        let nurse = try FullJID("nurse@capulet.lit/chamber")
        let requesting = Answering([romeo.description: try proof, nurse.description: try proof])
        let finder = CapabilityFinder(requesting: requesting, cache: CapabilityMemory())
        let strange = try announcement(
            "<c xmlns='http://jabber.org/protocol/caps' hash='md6' node='n' ver='\(exodus)'/>")
        _ = try await finder.info(of: romeo, announcing: strange)
        _ = try await finder.info(of: nurse, announcing: strange)
        #expect(await requesting.asked.count == 2)
    }

    @Test("The newer form is preferred, and the legacy one ignored")
    func preference() throws {
        let both = try announcement(
            """
            <c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='v'/>
            <c xmlns='urn:xmpp:caps'><hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>AA==</hash></c>
            """)
        #expect(both.offers.map(\.node) == ["urn:xmpp:caps#sha-256.AA==", "n#v"])
        let legacy = try stanza("<presence><c xmlns='http://jabber.org/protocol/caps' node='n' ver='0.9'/></presence>")
        #expect(CapabilityAnnouncement(legacy.elements) == nil)
        let many = (0..<100).map { "<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>\($0)</hash>" }.joined()
        #expect(try announcement("<c xmlns='urn:xmpp:caps'>\(many)</c>").offers.count == 8)
    }

    @Test("The set of the specification proves its answer")
    func second() async throws {
        let set = try golden("xep-0390", "21-hash-set").element
        let answer = try #require(try golden("xep-0390", "22-answer").element.elements.first)
        let juliet = try FullJID("juliet@capulet.lit/chamber")
        let cache = CapabilityMemory()
        let finder = CapabilityFinder(requesting: Answering([juliet.description: answer]), cache: cache)
        let announced = try #require(CapabilityAnnouncement(set.elements))
        _ = try await finder.info(of: juliet, announcing: announced)
        #expect(await cache.info(for: announced.offers[0].hash) != nil)
    }

    @Test("Two who announce the same are asked once")
    func together() async throws {
        let romeo = try FullJID("romeo@montague.lit/orchard")
        let nurse = try FullJID("nurse@capulet.lit/chamber")
        let requesting = Answering([romeo.description: try proof, nurse.description: try proof], held: true)
        let finder = CapabilityFinder(requesting: requesting, cache: CapabilityMemory())
        let announced = try announced
        async let one = finder.info(of: romeo, announcing: announced)
        async let other = finder.info(of: nurse, announcing: announced)
        await requesting.wasAsked()
        await requesting.release()
        #expect(try await one == other)
        #expect(await requesting.asked.count == 1)
    }

    @Test("Who waits for the answer of a liar, or of somebody silent, asks for themselves", arguments: [true, false])
    func besideLiar(lies: Bool) async throws {
        let mallory = try FullJID("mallory@evil.example/x")
        let romeo = try FullJID("romeo@montague.lit/orchard")
        var lie = try proof
        lie.children.append(.element(Element("feature", .discoInfo, ["var": "urn:evil"])))
        var answers = [romeo.description: try proof]
        if lies { answers[mallory.description] = lie }
        let requesting = Answering(answers, held: true)
        let finder = CapabilityFinder(requesting: requesting, cache: CapabilityMemory())
        let announced = try announced
        let first = Task { try await finder.info(of: mallory, announcing: announced) }
        await requesting.wasAsked()
        async let second = finder.info(of: romeo, announcing: announced)
        await requesting.release()
        #expect(try await !second.has("urn:evil"))
        #expect((try? await first.value)?.has("urn:evil") == (lies ? true : nil))
    }

    @Test("A form that the hash does not cover is not kept (XEP-0115 §5.4 step 3.6)")
    func unprovedForm() async throws {
        let romeo = try FullJID("romeo@montague.lit/orchard")
        var answer = try proof
        let field = Element("field", .dataForms, ["var": "a"], children: [Element("value", .dataForms, text: "b")])
        answer.children.append(.element(Element("x", .dataForms, children: [field])))
        let finder = CapabilityFinder(requesting: Answering([romeo.description: answer]), cache: CapabilityMemory())
        #expect(try await finder.info(of: romeo, announcing: announced).forms.isEmpty)
    }

    @Test("A language around the answer neither spoils a proof nor slips into it", arguments: [nil, "en", "el"])
    func language(around: String?) async throws {
        let romeo = try FullJID("romeo@montague.lit/orchard")
        var answer = try proof
        answer[Name("lang", .xml)] = around
        let finder = CapabilityFinder(requesting: Answering([romeo.description: answer]), cache: CapabilityMemory())
        let info = try await finder.info(of: romeo, announcing: announced)
        #expect(info.identities.map(\.language) == [nil])
        let hash = try announced.offers[0].hash
        #expect(hash.proved(of: try #require(DiscoInfo(answer))) == info)
    }

    @Test("Overlong hashes are not looked at")
    func overlong() throws {
        let long = String(repeating: "A", count: 1025)
        for attributes in ["hash='\(long)' node='n' ver='v'", "hash='sha-1' node='\(long)' ver='v'"] {
            let presence = try stanza("<presence><c xmlns='http://jabber.org/protocol/caps' \(attributes)/></presence>")
            #expect(CapabilityAnnouncement(presence.elements) == nil)
        }
    }

    @Test("The memory forgets the oldest")
    func bounded() async {
        let cache = CapabilityMemory(limit: 2)
        let hashes = (0..<3).map { CapabilityHash(form: .verification, function: "sha-1", value: "\($0)") }
        for hash in hashes { await cache.keep(DiscoInfo(identities: [], features: []), for: hash) }
        #expect(await cache.info(for: hashes[0]) == nil)
        #expect(await cache.info(for: hashes[2]) != nil)
    }
}
