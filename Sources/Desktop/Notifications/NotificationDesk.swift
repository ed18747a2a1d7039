import Backend
import DBusWire
import Domain
import JSONText
import Logging
import XMPPSessions

/// The one who shows notifications and does what is clicked, one thing after the other.
actor NotificationDesk {
    let server: NotificationServer
    let host: any NotificationHost
    let clock: any SessionClock
    let log: Logger

    var book = NotificationBook()
    /// Who answers for the server's name; `nil`: nobody runs.
    private var owner: BusName?
    /// Whether somebody runs, or would when called.
    private(set) var isThere = false
    /// What the server can do; `nil`: it was not asked yet.
    private var capabilities: Set<String>?
    /// Until when it is left alone, because it did not answer.
    private var restEnd: Duration?
    /// What lets a frontend come to the front, by notification.
    private var token: (number: UInt32, text: String)?
    private var alarm: Task<Void, Never>?
    /// Whether the number of a notification may be on its way to us, and what was heard meanwhile of numbers unknown.
    private var isShowing = false
    private var early: [Signal] = []
    /// The one request that a notification with buttons shows.
    var requests: [AccountID: String] = [:]
    /// Accounts that cannot connect without the user.
    var failed: [AccountID: (jid: String, problem: Problem)] = [:]

    init(_ server: NotificationServer, _ host: any NotificationHost, _ clock: any SessionClock, _ log: Logger) {
        self.server = server
        self.host = host
        self.clock = clock
        self.log = log
    }

    /// Listens and looks who is there; `nil`: the bus is gone.
    func begin() async -> AsyncStream<Delivery>? {
        // First the signals, then the question: nothing falls between the two.
        guard let signals = try? await server.signals() else { return nil }
        await look()
        return signals
    }

    private func look() async {
        let before = owner
        owner = await server.owner()
        if owner != nil { isThere = true } else { isThere = await server.isStartable() }
        guard owner != before else { return }
        capabilities = nil
        restEnd = nil
        book.forgetShown()
        for account in failed.keys { book.lookAgain(at: .account(account), clock.now) }
    }

    // MARK: What happens

    /// Takes what is new and shows what is due; returns when to come again.
    func take(_ news: [Notifier.News]) async -> Duration? {
        for item in news {
            switch item {
            case .event(let event): take(event)
            case .account(let account, let jid, let problem):
                failed[account] = problem.map { (jid, $0) }
                book.lookAgain(at: .account(account), clock.now)
            }
        }
        guard isThere else {
            book.forgetAll()
            return nil
        }
        isShowing = true
        await showDue()
        isShowing = false
        let heard = early
        early = []
        for signal in heard { await receive(signal) }
        return book.due
    }

    private func take(_ event: Event) {
        switch event.kind {
        case .message:
            guard let news = NotificationNews(event) else { return }
            if news.isIncoming {
                book.add(event, news, at: clock.now)
            } else if let conversation = event.conversation {
                // Who writes has read.
                close(book.clear(conversation))
            }
        case .conversationChanged:
            guard let conversation = event.conversation, NotificationNews.holds(event.payload, #""unread":0,"#) else {
                return
            }
            close(book.clear(conversation))
        case .messageChanged: book.change(event, at: clock.now)
        case .messagesRemoved: remove(event)
        case .subscriptionRequest:
            if let account = event.account { book.lookAgain(at: .requests(account), clock.now) }
        case .accountRemoved:
            guard let account = (try? JSONParser.parse(event.payload))?["account"]?.string.flatMap(AccountID.init)
            else { return }
            for number in book.remove(account) { server.close(number) }
        default: break
        }
    }

    private func remove(_ event: Event) {
        let names = (try? JSONParser.parse(event.payload))?["entries"]?.array ?? []
        for entry in names.compactMap({ $0.string.flatMap(EntryID.init) }) {
            let gone = Event(
                number: event.number, time: event.time, kind: event.kind, account: event.account,
                conversation: event.conversation, entry: entry, payload: #"{"removed":true}"#)
            book.change(gone, at: clock.now)
        }
    }

    private func close(_ number: UInt32?) {
        if let number { server.close(number) }
    }

    /// Comes back at a time; an earlier appointment is kept no longer.
    func wake(at due: Duration, _ waker: AsyncStream<Void>.Continuation) {
        alarm?.cancel()
        let clock = clock
        alarm = Task {
            guard (try? await clock.sleep(until: due)) != nil else { return }
            waker.yield()
        }
    }

    /// Nothing is shown any more.
    func end() { alarm?.cancel() }

    // MARK: The server

    /// Shows something; `nil`: it could not be.
    func show(_ content: NotificationContent, replacing old: UInt32?) async -> UInt32? {
        if let end = restEnd, clock.now < end { return nil }
        restEnd = nil
        do throws(WireError) {
            let asked = owner
            let known: Set<String>
            if let capabilities { known = capabilities } else { known = try await server.capabilities() }
            // Another server may have taken its place meanwhile.
            if owner == asked { capabilities = known }
            return try await server.show(content, replacing: old ?? 0, known)
        } catch {
            log.notice("a notification cannot be shown", metadata: ["error": "\(error)"])
            restEnd = clock.now + NotificationBounds.rest
            return nil
        }
    }

    /// When to try again what could not be shown.
    var restsUntil: Duration { restEnd ?? clock.now + NotificationBounds.rest }

    /// A signal of the server, or another server; returns whether anybody shows notifications.
    func receive(_ delivery: Delivery) async -> Bool {
        switch delivery {
        case .resync: await look()
        case .signal(let signal): await receive(signal)
        }
        return isThere
    }

    private func receive(_ signal: Signal) async {
        guard case .uint32(let number)? = signal.arguments.first else { return }
        let subject = book.subject(of: number)
        // What follows a signal that waits must not overtake it.
        if isShowing, subject == nil || early.contains(where: { $0.arguments.first == .uint32(number) }) {
            if early.count < NotificationBounds.early { early.append(signal) }
            return
        }
        guard let subject else { return }
        switch (signal.member, signal.arguments.dropFirst().first) {
        case ("NotificationClosed", _): _ = book.clear(subject)
        case ("ActivationToken", .string(let text)?): token = text.utf8.count <= 256 ? (number, text) : nil
        case ("ActionInvoked", .string(let key)?):
            guard let action = NotificationContent.Action(rawValue: key) else { return }
            await act(action, on: subject, number)
        case ("NotificationReplied", .string(let text)?): await reply(text, to: subject)
        default: break
        }
    }

    private func act(_ action: NotificationContent.Action, on subject: NotificationSubject, _ number: UInt32) async {
        let wish: NotificationWish?
        switch (action, subject) {
        case (.open, .conversation(let conversation)):
            let text = token?.number == number ? token?.text : nil
            token = nil
            wish = .open(conversation, token: text ?? "")
        case (.markRead, .conversation(let conversation)):
            wish = (book.shown[subject]?.events.last?.entry).map { .markRead(conversation, $0) }
        case (.accept, .requests(let account)), (.deny, .requests(let account)):
            // What was shown: a request that came since is not answered with it.
            guard let address = requests[account] else { return }
            wish = action == .accept ? .accept(account, address) : .deny(account, address)
        default: return
        }
        // First of all: what comes while it is done is shown anew, and stays.
        close(book.clear(subject))
        if let wish { await fulfil(wish) }
    }

    private func reply(_ text: String, to subject: NotificationSubject) async {
        guard case .conversation(let conversation) = subject, let message = NotificationText.message(text) else {
            return
        }
        let last = book.shown[subject]?.events.last?.entry
        close(book.clear(subject))
        await fulfil(.reply(conversation, message))
        if let last { await fulfil(.markRead(conversation, last)) }
    }

    private func fulfil(_ wish: NotificationWish) async {
        if let reason = await host.fulfil(wish) {
            log.warning("what was asked for in a notification cannot be done", metadata: ["reason": "\(reason)"])
        }
    }
}
