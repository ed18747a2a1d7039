import Backend
import Domain
import JSONText
import Testing

@testable import Desktop

/// What is shown, and what is not.
struct NotificationValueTests {
    @Test(
        "Text of others is one line without marks that do harm",
        arguments: [
            ("a\nb\r\n\tc", "a b c"), ("\u{202E}evil\u{2066}", "evil"), ("  x  ", "x "), ("", ""),
            ("a\u{0}b\u{7}", "a b "),
            (String(repeating: "x", count: 400), String(repeating: "x", count: 299) + "…"),
        ])
    func line(text: String, line: String) {
        #expect(NotificationText.line(text, 300) == line)
    }

    @Test("Markup says what the text says")
    func markup() {
        #expect(NotificationText.markup(#"<b>"A" & 'B'</b>"#) == "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;")
    }

    @Test(
        "A reply has something to say, and not too much",
        arguments: [
            ("hello", "hello"), (" \n", nil), ("", nil), ("a\u{0}b", "ab"), ("two\nlines", "two\nlines"),
            (String(repeating: "x", count: NotificationBounds.reply + 1), nil),
        ])
    func reply(text: String, message: String?) {
        #expect(NotificationText.message(text) == message)
    }

    @Test("What a message is, is told from its event")
    func news() throws {
        let plain = try #require(NotificationNews(Events.message("hello")))
        #expect(plain.isIncoming && !plain.isLate && !plain.isCall)
        let own = try #require(NotificationNews(Events.message("x", direction: "out", ["delayed": true])))
        #expect(!own.isIncoming && own.isLate)
        #expect(NotificationNews(Events.message("x", ["attention": true]))?.isCall == true)
        let mention: JSON = ["mentions": [["target": "xmpp:j@example.com", "user": true]]]
        #expect(NotificationNews(Events.message("x", mention))?.isCall == true)
        // What stands in a text is not a member.
        #expect(NotificationNews(Events.message(#""attention":true,"delayed":true"#))?.isCall == false)
        #expect(NotificationNews(Events.read(1)) == nil)
    }

    static let lines: [(JSON, String?)] = [
        (.object([]), "hello"), (["spoiler": ["": "the end"]], "(hidden: the end)"),
        (["spoiler": ["": ""]], "(hidden)"),
        (["kind": "undecryptable", "encryption": "omemo:2"], "(encrypted with omemo:2, which cannot be read here)"),
        (["kind": "undecryptable"], "(encrypted, which cannot be read here)"),
        (["retracted": ["time": 1]], nil), (["removed": true], nil),
    ]

    @Test("A message is its first text, unless it is hidden or gone", arguments: lines)
    func entryLine(members: JSON, line: String?) {
        #expect(NotificationNews.line(Events.message("hello", members).payload) == line)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var isShown: Bool
        var isCall = false
        var settings = NotificationSettings()
        var change: @Sendable (inout ConversationFacts) -> Void = { _ in }
    }

    static let cases = [
        Case(testDescription: "a message", isShown: true),
        Case(testDescription: "read elsewhere", isShown: false) { $0.unread = 0 },
        Case(testDescription: "do not disturb", isShown: false, isCall: true) { $0.isQuiet = true },
        Case(testDescription: "muted", isShown: false, isCall: true) { $0.mute = .all },
        Case(testDescription: "muted but for mentions", isShown: false) { $0.mute = .mentions },
        Case(testDescription: "muted but for mentions, one", isShown: true, isCall: true) { $0.mute = .mentions },
        Case(testDescription: "a room", isShown: false) { $0.isRoom = true },
        Case(testDescription: "a room, mentioned", isShown: true, isCall: true) { $0.isRoom = true },
        Case(testDescription: "calls only", isShown: false, settings: NotificationSettings(level: .calls)),
        Case(testDescription: "calls only, one", isShown: true, isCall: true, settings: .init(level: .calls)),
        Case(testDescription: "none wanted", isShown: false, isCall: true, settings: .init(level: .none)),
    ]

    @Test("Who is told of what", arguments: cases)
    func decision(example: Case) {
        var facts = ConversationFacts(account: Events.account, name: "Romeo")
        example.change(&facts)
        let content = NotificationWriting.conversation(
            facts, [Events.message("hello")], isCall: example.isCall, isSilent: false, example.settings)
        #expect((content != nil) == example.isShown)
    }

    @Test("A call of a contact stays on the screen, one of a stranger does not", arguments: [true, false])
    func urgency(isContact: Bool) {
        let facts = ConversationFacts(account: Events.account, name: "Romeo", isContact: isContact)
        let content = NotificationWriting.conversation(
            facts, [Events.message("hello")], isCall: true, isSilent: false, NotificationSettings())
        #expect(content?.urgency == (isContact ? .critical : .normal))
    }

    @Test("Private: who and how many, and no text")
    func hidden() throws {
        let facts = ConversationFacts(account: Events.account, name: "Romeo", unread: 3)
        let settings = NotificationSettings(["notifications.text": "hidden", "notifications.level": "nonsense"])
        #expect(settings == NotificationSettings(level: .all, showsText: false))
        let content = try #require(
            NotificationWriting.conversation(
                facts, [Events.message("secret")], isCall: false, isSilent: false, settings)
        )
        #expect(content.title == "Romeo (3)")
        #expect(content.lines == ["3 new messages"])
        let one = NotificationWriting.requests(["paris@example.com"], settings)
        #expect(one?.title == "A contact request" && one?.lines == [])
    }

    @Test("Messages of one conversation wait for each other, the first does not wait")
    func pause() throws {
        var book = NotificationBook()
        let message = Events.message("a")
        let news = try #require(NotificationNews(message))
        book.add(message, news, at: .seconds(10))
        #expect(book.due == .seconds(10))
        #expect(book.takeDue(at: .seconds(10)).each.count == 1)
        let subject = NotificationSubject.conversation(Events.conversation(1))
        book.set(subject, NotificationBook.Shown(number: 1, at: .seconds(10)))
        for number in 0..<1_000 {
            book.add(Events.message("\(number)", entry: Int64(number + 2)), news, at: .milliseconds(10_100))
        }
        #expect(book.due == .seconds(11))
        #expect(book.takeDue(at: .milliseconds(10_999)).each.isEmpty)
        let due = book.takeDue(at: .seconds(11)).each
        #expect(due.map(\.waiting.events.count) == [NotificationBounds.lines])
        #expect(due[0].waiting.events.last?.entry == EntryID(number: 1_001))
        #expect(book.due == nil)
    }

    @Test("What came late waits for more of it, and many conversations are one notification", arguments: [3, 4, 400])
    func late(count: Int) throws {
        var book = NotificationBook()
        for number in 1...count {
            let message = Events.message("a", in: Int64(number), ["delayed": true])
            book.add(message, try #require(NotificationNews(message)), at: .seconds(1))
        }
        #expect(book.takeDue(at: .milliseconds(2_900)).each.isEmpty)
        let (each, together) = book.takeDue(at: .seconds(3))
        let isMany = count > NotificationBounds.late
        #expect(each.count == (isMany ? 0 : count))
        #expect(together.count == (isMany ? min(count, NotificationBounds.subjects) : 0))
    }

    @Test("Conversations that begin to wait at once are shown in their order, behind those that began before")
    func order() throws {
        var book = NotificationBook()
        let news = try #require(NotificationNews(Events.message("a")))
        book.add(Events.message("a", in: 9), news, at: .seconds(1))
        for number in (1...8).reversed() { book.add(Events.message("a", in: Int64(number)), news, at: .seconds(2)) }
        #expect(book.takeDue(at: .seconds(2)).each.map(\.conversation.number) == [9, 1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test("Late messages that go on and on do not put it off for ever, and a new one comes at once")
    func gathering() throws {
        var book = NotificationBook()
        let late = Events.message("a", ["delayed": true])
        let news = try #require(NotificationNews(late))
        for second in 0..<60 { book.add(late, news, at: .seconds(second)) }
        #expect(book.due == NotificationBounds.gatheringEnd)
        book = NotificationBook()
        book.add(late, news, at: .seconds(1))
        let fresh = Events.message("b")
        book.add(fresh, try #require(NotificationNews(fresh)), at: .seconds(2))
        #expect(book.due == .seconds(2))
    }

    @Test("What is read, changed or removed meanwhile is not shown as it was")
    func changes() throws {
        var book = NotificationBook()
        let message = Events.message("a", entry: 5)
        let news = try #require(NotificationNews(message))
        book.add(message, news, at: .zero)
        book.change(Events.message("b", entry: 5, kind: .messageChanged), at: .zero)
        let events = book.takeDue(at: .zero).each[0].waiting.events
        #expect(events.compactMap { NotificationNews.line($0.payload) } == ["b"])
        let subject = NotificationSubject.conversation(Events.conversation(1))
        book.set(subject, NotificationBook.Shown(number: 9, account: Events.account, events: events, at: .zero))
        for _ in 0..<100 { book.change(Events.message("c", entry: 5, kind: .messageChanged), at: .milliseconds(1)) }
        book.change(Events.message("other", entry: 6, kind: .messageChanged), at: .milliseconds(1))
        #expect(book.takeAgain(at: .milliseconds(999)) == [])
        #expect(book.takeAgain(at: .seconds(1)) == [subject])
        #expect(book.subject(of: 9) == subject)
        #expect(book.clear(Events.conversation(1)) == 9)
        #expect(book.clear(Events.conversation(1)) == nil)
        book.set(subject, NotificationBook.Shown(number: 9, account: Events.account, at: .zero))
        #expect(book.remove(Events.account) == [9])
    }

    @Test("The memory of what is shown is bounded")
    func bounded() {
        var book = NotificationBook()
        for number in 1...NotificationBounds.subjects + 50 {
            let subject = NotificationSubject.conversation(Events.conversation(Int64(number)))
            book.set(subject, NotificationBook.Shown(number: UInt32(number), at: .seconds(number)))
        }
        #expect(book.shown.count == NotificationBounds.subjects)
        #expect(book.subject(of: 50) == nil && book.subject(of: 51) != nil)
    }
}
