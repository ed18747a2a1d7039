import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@Suite("What messages carry beside their text")
struct MessagePayloadTests {
    /// What a golden stanza carries, read and compared, and written again.
    private func check<Value: Equatable>(
        _ file: String, _ expected: [Value], _ read: (Element) -> Value?, _ write: (Value) -> Element
    ) throws {
        let parts = file.split(separator: "/").map(String.init)
        let message = try Message(golden(parts[0], parts[1]).element)
        #expect(message.payloads.compactMap(read) == expected)
        for payload in message.payloads {
            guard let value = read(payload) else { continue }
            let written = write(value)
            #expect(read(written) == value)
            // Indentation is not ours to keep.
            if payload.elements.isEmpty { #expect(written.canonical == payload.canonical) }
        }
    }

    @Test("Receipts as the specification shows them")
    func receipts() throws {
        try check(
            "xep-0184/01-a-content-message-with-receipt-requested", [Receipt.request], Receipt.init, \.element)
        try check(
            "xep-0184/02-a-message-delivery-receipt", [Receipt.received(id: "richard2-4.1.247")], Receipt.init,
            \.element)
    }

    @Test("Markers as the specification shows them")
    func markers() throws {
        try check("xep-0333/01-romeo-sends-a-message-to-juliet", [Marker.markable], Marker.init, \.element)
        try check(
            "xep-0333/02-juliet-lets-both-romeo-she-has-displayed-the-mess", [Marker.displayed(id: "the-msg-1")],
            Marker.init, \.element)
        try check(
            "xep-0333/04-example-marker-response-to-a-markable-muc-message", [Marker.displayed(id: "39K7ZYIp")],
            Marker.init, \.element)
        for marker in [Marker.received(id: "a"), .acknowledged(id: "a")] { #expect(Marker(marker.element) == marker) }
    }

    @Test(
        "Chat states as the specification shows them",
        arguments: [
            ("01-user-sends-initial-content-message-with-active-no", ChatState.active),
            ("02-user-sends-standalone-composing-notification", .composing),
            ("03-user-s-client-sends-standalone-paused-notificatio", .paused),
            ("04-contact-s-client-sends-standalone-inactive-notifi", .inactive),
            ("05-contact-s-client-sends-standalone-active-notifica", .active),
            ("06-contact-s-client-sends-standalone-gone-notificati", .gone),
        ])
    func chatStates(file: String, state: ChatState) throws {
        try check("xep-0085/" + file, [state], ChatState.init(_:), \.element)
    }

    @Test("Corrections as the specification shows them")
    func corrections() throws {
        try check("xep-0308/01-user-sends-a-message-with-a-mistake-in", [], Correction.init(_:), \.element)
        try check(
            "xep-0308/02-user-corrects-the-message-and-sends", [Correction(of: "bad1")], Correction.init(_:), \.element)
    }

    @Test("Retractions as the specification shows them")
    func retractions() throws {
        let file = "xep-0424/01-the-client-sends-out-a-retraction"
        try check(file, [Retraction(of: "wrong-recipient-1")], Retraction.init(_:), \.element)
        try check(file, [Fallback(for: .retractions, subject: .whole)], Fallback.init(_:), \.element)
        #expect(
            Hints(in: try Message(golden("xep-0424", "01-the-client-sends-out-a-retraction").element).payloads)
                == .store)
        let moderation = Moderation(
            by: try JID("room@muc.example.com/macbeth"), occupantID: "dd72603deec90a38ba552f7c68cbcc61bca202cd",
            reason: "This message contains inappropriate content for this forum")
        try check(
            "xep-0425/02-the-muc-sends-a-moderation-message-to-all-partici",
            [Retraction(of: "stanza-id-1", moderation: moderation)], Retraction.init(_:), \.element)
    }

    @Test("Tombstones as the specifications show them")
    func tombstones() throws {
        #expect(
            try tombstone("xep-0424", "02-retracted-message-tombstone-in-a-mam-result")
                == Tombstone(id: "retract-message-1", stamp: XMPPDateTime("2019-09-20T23:09:32Z")))
        let moderation = Moderation(
            by: try JID("witch@shakespeare.example"), occupantID: "dd72603deec90a38ba552f7c68cbcc61bca202cd",
            reason: "This message contains inappropriate content for this forum")
        #expect(
            try tombstone("xep-0425", "03-retracted-groupchat-message-tombstone-in-a-mam-re")
                == Tombstone(stamp: XMPPDateTime("2019-09-20T23:19:12Z"), moderation: moderation))
    }

    private func tombstone(_ folder: String, _ name: String) throws -> Tombstone? {
        // The examples do not say that the message inside is one of `jabber:client`.
        let message = try ["result", "forwarded", "message"].reduce(golden(folder, name).element) { element, part in
            try #require(element.elements.first { $0.name.local == part })
        }
        let stone = message.elements.compactMap(Tombstone.init(_:)).first
        #expect(stone.flatMap { Tombstone($0.element) } == stone)
        return stone
    }

    @Test("A moderator's request as the specification shows it")
    func moderationRequest() throws {
        let iq = try golden("xep-0425", "01-the-moderator-s-client-sends-an-iq-stanza-to-the").element
        let request = try ModerationRequest(try #require(iq.elements.first))
        #expect(
            request
                == ModerationRequest(
                    of: "stanza-id-1", reason: "This message contains inappropriate content for this forum"))
        #expect(try ModerationRequest(request.element) == request)
        #expect(throws: CodecError.missingChild("retract")) {
            try ModerationRequest(Element("moderate", .moderation, ["id": "a"]))
        }
    }

    @Test("Reactions as the specification shows them")
    func reactions() throws {
        let id = "744f6e18-a57a-11e9-a656-4889e7820c76"
        for (file, emojis) in [
            ("01-juliet-sends-a-reaction-to-the-message", ["👋"]),
            ("02-juliet-adds-a-reaction-to-the-message", ["👋", "🐢"]),
            ("03-juliet-removes-all-reactions-from-the-message", []),
        ] {
            try check("xep-0444/" + file, [Reactions(to: id, emojis)], Reactions.init(_:), \.element)
        }
    }

    @Test("Replies and fallbacks as the specifications show them")
    func replies() throws {
        let anna = try JID("anna@example.com/tablet")
        try check("xep-0461/01-max-replies-to-anna-s-message", [], Reply.init(_:), \.element)
        try check(
            "xep-0461/02-max-replies-to-anna-s-message", [Reply(to: "message-id1", by: anna)], Reply.init(_:), \.element
        )
        try check(
            "xep-0461/03-anna-replies-to-a-message-and-includes-a-fallback",
            [Fallback(for: .replies, body: .ranges([0..<38]))], Fallback.init(_:), \.element)
        try check(
            "xep-0428/01-overview", [Fallback(for: .replies, body: .ranges([0..<33]))], Fallback.init(_:), \.element)
    }

    @Test("Attention and hints as the specifications show them")
    func attentionAndHints() throws {
        let call = try Message(golden("xep-0224", "01-user-tries-to-capture-the-other-s-attention").element)
        #expect(call.payloads.contains(where: Attention.isMeant))
        #expect(call.payloads.contains(Attention.element))
        let secret = try Message(golden("xep-0334", "01-sending-a-message-with-no-copy-and-no-store-hints").element)
        let hints = Hints(in: secret.payloads)
        #expect(hints == [.noCopy, .noStore])
        #expect(Set(hints.elements) == Set(secret.payloads))
    }
}
