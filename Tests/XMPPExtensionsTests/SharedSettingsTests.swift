import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@Suite("What the devices of an account share about conversations (XEP-0402, 0469, 0490, 0492)")
struct SharedSettingsTests {
    private typealias Choice = ChatNotificationSettings.Choice
    private static let desk = ChatNotificationSettings.Identity(category: "client", type: "pc")

    private func items(_ folder: String, _ name: String) throws -> [PubSubItem] {
        let pubsub = try #require(golden(folder, name).element.elements.first)
        let holder = try #require(pubsub.elements.first)
        return holder.elements.compactMap { element in
            element[attribute: "id"].map { PubSubItem(id: $0, payload: element.elements.first) }
        }
    }

    // MARK: XEP-0490

    @Test("Markers of contacts and rooms")
    func markers() throws {
        let juliet = try BareJID("juliet@capulet.lit")
        let found = try items("xep-0490", "items").compactMap { DisplayedMarker($0, account: juliet) }
        #expect(
            found == [
                DisplayedMarker(
                    peer: try BareJID("romeo@montegue.lit"), id: "0f710f2b-52ed-4d52-b928-784dad74a52b", by: juliet),
                DisplayedMarker(
                    peer: try BareJID("example@conference.shakespeare.lit"),
                    id: "ca21deaf-812c-48f1-8f16-339a674f2864", by: try BareJID("example@conference.shakespeare.lit")),
            ])
        let published = try #require(try items("xep-0490", "publish").first)
        #expect(found[0].item.id == published.id)
        #expect(found[0].item.payload?.canonical(.dropped).contains("juliet@capulet.lit") == true)
    }

    @Test(
        "What is no marker is not read",
        arguments: [
            ("romeo@example.net/orchard", "<stanza-id xmlns='urn:xmpp:sid:0' id='a' by='juliet@capulet.lit'/>"),
            ("romeo@example.net", ""), ("romeo@example.net", "<stanza-id xmlns='urn:xmpp:sid:0' id='a'/>"),
            ("romeo@example.net", "<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.lit'/>"),
            ("romeo@example.net", "<stanza-id xmlns='urn:xmpp:sid:0' id='a' by='mallory@evil.example'/>"),
            (
                "romeo@example.net",
                "<stanza-id xmlns='urn:xmpp:sid:0' id='a' by='juliet@capulet.lit'/>"
                    + "<stanza-id xmlns='urn:xmpp:sid:0' id='b' by='juliet@capulet.lit'/>"
            ),
            (
                "romeo@example.net",
                "<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.lit' "
                    + "id='\(String(repeating: "a", count: 1025))'/>"
            ),
        ])
    func noMarkers(id: String, content: String) throws {
        let payload = try stanza("<displayed xmlns='urn:xmpp:mds:displayed:0'>\(content)</displayed>")
        let item = PubSubItem(id: id, payload: payload)
        #expect(DisplayedMarker(item, account: try BareJID("juliet@capulet.lit")) == nil)
        let good = try stanza(
            "<displayed xmlns='urn:xmpp:mds:displayed:0'>"
                + "<stanza-id xmlns='urn:xmpp:sid:0' id='a' by='juliet@capulet.lit'/></displayed>")
        let marker = DisplayedMarker(
            PubSubItem(id: "romeo@example.net", payload: good), account: try BareJID("juliet@capulet.lit"))
        #expect(marker?.id == "a")
    }

    // MARK: XEP-0492

    @Test(
        "The setting most specific to a program counts",
        arguments: [
            ("client", "pc", ChatNotificationSettings.Level.never), ("client", "phone", .onMention),
            ("gateway", "irc", .onMention), ("client", "web", .always), ("bot", "pc", .always),
        ])
    func identities(category: String, type: String, level: ChatNotificationSettings.Level) throws {
        let settings = try #require(ChatNotificationSettings(golden("xep-0492", "identities").element))
        #expect(settings.choice(for: .init(category: category, type: type)) == Choice(level))
        let basic = try #require(ChatNotificationSettings(golden("xep-0492", "basic").element))
        #expect(basic.choice(for: .init(category: category, type: type)) == Choice(.never))
        #expect(ChatNotificationSettings().choice(for: Self.desk) == nil)
    }

    @Test("A change touches the setting that holds, and there is always one for all")
    func setting() throws {
        var settings = try #require(ChatNotificationSettings(golden("xep-0492", "identities").element))
        settings.set(.init(.onMention), for: Self.desk)
        #expect(settings.choice(for: Self.desk)?.level == .onMention)
        #expect(settings.choice(for: .init(category: "client", type: "web"))?.level == .always)
        var fresh = ChatNotificationSettings()
        fresh.set(.init(.never), for: Self.desk)
        #expect(fresh.element.canonical(.dropped) == (try golden("xep-0492", "basic").element.canonical(.dropped)))
        var specific = try #require(
            ChatNotificationSettings(
                stanza(
                    "<notify xmlns='urn:xmpp:notification-settings:1'><always identity-category='client'/></notify>")))
        specific.set(.init(.never), for: Self.desk)
        #expect(specific.element.elements.map(\.name.local) == ["never", "never"])
        #expect(specific.element.elements.map { $0[attribute: "identity-category"] } == ["client", nil])
    }

    @Test("What others added stays, and an end comes and goes with the choice")
    func additions() throws {
        var settings = try #require(
            ChatNotificationSettings(
                stanza(
                    """
                    <notify xmlns='urn:xmpp:notification-settings:1'><always><advanced>\
                    <weather xmlns='custom:ns-2'>raining</weather></advanced></always></notify>
                    """)))
        settings.set(.init(.never, until: 1_700_000_000_000_000), for: Self.desk)
        #expect(settings.choice(for: Self.desk) == Choice(.never, until: 1_700_000_000_000_000))
        #expect(settings.element.canonical(.dropped).contains("raining"))
        settings.set(.init(.always), for: Self.desk)
        #expect(settings.choice(for: Self.desk) == Choice(.always))
        #expect(settings.element.canonical(.dropped).contains("raining"))
        var plain = ChatNotificationSettings()
        plain.set(.init(.never, until: 1), for: Self.desk)
        plain.set(.init(.never), for: Self.desk)
        #expect(plain.element.elements.first?.children.isEmpty == true)
    }

    // MARK: Bookmarks and chats

    @Test("Bookmarks are read, and what they hold besides stays")
    func bookmarks() throws {
        let found = try items("xep-0402", "items").compactMap(Bookmark.init)
        #expect(
            found.map(\.room.description) == [
                "theplay@conference.shakespeare.lit", "orchard@conference.shakespeare.lit",
            ])
        #expect(found.map(\.name) == ["The Play's the Thing", "The Orcard"])
        #expect(found.allSatisfy { $0.isJoined && $0.nickname == "JC" })
        #expect(found[1].settings(for: Self.desk) == SharedSettings())
        for before in found {
            var bookmark = before
            let wanted = SharedSettings(
                notification: .init(.onMention), isPinned: true, retention: .seconds(86_400))
            bookmark.set(wanted, for: Self.desk)
            let read = try #require(Bookmark(bookmark.item))
            #expect(read.settings(for: Self.desk) == wanted)
            #expect(read.name == before.name && read.nickname == "JC" && read.isJoined)
            bookmark.set(SharedSettings(notification: .init(.always)), for: Self.desk)
            #expect(bookmark.settings(for: Self.desk) == SharedSettings(notification: .init(.always)))
        }
        var orchard = found[1]
        orchard.set(SharedSettings(isPinned: true), for: Self.desk)
        let extensions = try #require(orchard.item.payload?.child("extensions", .bookmarks))
        #expect(extensions.elements.map(\.name.local) == ["state", "pinned"])
        #expect(Bookmark(PubSubItem(id: "not an address", payload: found[0].item.payload)) == nil)
        #expect(Bookmark(PubSubItem(id: "a@b.example")) == nil)
    }

    @Test("The settings of a chat come back as they went", arguments: settings)
    func chats(settings: SharedSettings) throws {
        let peer = try BareJID("romeo@example.net")
        var item = ChatSettingsItem(peer: peer)
        #expect(item.settings(for: Self.desk) == SharedSettings())
        item.set(settings, for: Self.desk)
        let read = try #require(ChatSettingsItem(item.item))
        #expect(read.peer == peer)
        #expect(read.settings(for: Self.desk) == settings)
        #expect(ChatSettingsItem(PubSubItem(id: peer.description, payload: Element("chat", "urn:other"))) == nil)
    }

    private static let settings: [SharedSettings] = [
        SharedSettings(), SharedSettings(isPinned: true), SharedSettings(retention: .forever),
        SharedSettings(notification: .init(.never, until: 1_700_000_000_000_000), retention: .seconds(60)),
        SharedSettings(notification: .init(.onMention), isPinned: true, retention: .seconds(.max)),
    ]

    @Test("A form of retention that nobody knows says nothing", arguments: ["", "-1", "soon", "99999999999"])
    func retention(text: String) throws {
        let chat = try stanza(
            "<chat xmlns='https://saluton.org/protocol/conversations/0'><retention seconds='\(text)'/></chat>")
        let item = try #require(ChatSettingsItem(PubSubItem(id: "romeo@example.net", payload: chat)))
        #expect(item.settings(for: Self.desk).retention == nil)
    }

    // MARK: XEP-0466

    @Test("Timers of messages")
    func timers() throws {
        for (name, timer) in [("message", UInt32(604_800)), ("again", 432_000), ("timer-alone", 432_000)] {
            let message = try Message(golden("xep-0466", name).element)
            #expect(Ephemeral(in: message.payloads) == Ephemeral(timer: timer))
            #expect(message.payloads.map(\.canonical).contains(Ephemeral(timer: timer).element.canonical))
        }
        for text in ["<ephemeral xmlns='urn:xmpp:ephemeral:0'/>", "<ephemeral xmlns='urn:other' timer='1'/>"] {
            #expect(Ephemeral(in: [try stanza(text)]) == nil)
        }
        for text in ["", "-1", "4294967296", "a week"] {
            #expect(Ephemeral(in: [try stanza("<ephemeral xmlns='urn:xmpp:ephemeral:0' timer='\(text)'/>")]) == nil)
        }
    }
}
