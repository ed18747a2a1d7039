import Domain

/// What waits to be shown and what is shown, decided from events and the time alone.
struct NotificationBook {
    /// Messages of one conversation that wait.
    struct Waiting: Hashable, Sendable {
        var account: AccountID
        /// The newest, oldest first, `NotificationBounds.lines` at most.
        var events: [Event] = []
        var isCall = false
        /// Whether all of them came late.
        var isLate = true
        var since: Duration
        var due: Duration
    }

    /// One that is on the screen, as far as we know.
    struct Shown: Hashable, Sendable {
        var number: UInt32
        var account: AccountID?
        /// The messages in it.
        var events: [Event] = []
        var isCall = false
        var at: Duration
    }

    struct Due: Hashable, Sendable {
        var conversation: ConversationID
        var waiting: Waiting

        init(conversation: ConversationID, waiting: Waiting) {
            self.conversation = conversation
            self.waiting = waiting
        }

        fileprivate init(_ pair: (key: ConversationID, value: Waiting)) {
            self.init(conversation: pair.key, waiting: pair.value)
        }
    }

    private(set) var waiting: [ConversationID: Waiting] = [:]
    private(set) var shown: [NotificationSubject: Shown] = [:]
    /// What is to be looked at again, and when.
    private var again: [NotificationSubject: Duration] = [:]

    /// When there is something to show next.
    var due: Duration? { (waiting.values.map(\.due) + again.values).min() }

    // MARK: What happens

    /// A message of somebody else.
    mutating func add(_ event: Event, _ news: NotificationNews, at now: Duration) {
        guard let conversation = event.conversation, let account = event.account else { return }
        if waiting[conversation] == nil {
            guard waiting.count < NotificationBounds.subjects else { return }
            waiting[conversation] = Waiting(account: account, since: now, due: now)
        }
        let before = shown[.conversation(conversation)]?.at
        waiting[conversation]?.take(event, news, after: before, at: now)
    }

    /// It changed: the text is another or gone.
    mutating func change(_ event: Event, at now: Duration) {
        guard let conversation = event.conversation, let entry = event.entry else { return }
        waiting[conversation]?.events.replace(event)
        let subject = NotificationSubject.conversation(conversation)
        guard shown[subject]?.events.contains(where: { $0.entry == entry }) == true else { return }
        shown[subject]?.events.replace(event)
        lookAgain(at: subject, now)
    }

    /// Something changed that is shown or should be.
    mutating func lookAgain(at subject: NotificationSubject, _ now: Duration) {
        guard again[subject] == nil, again.count < NotificationBounds.subjects else { return }
        again[subject] = shown[subject].map { max(now, $0.at + NotificationBounds.pause) } ?? now
    }

    /// The user has read it, or is there: returns what is to be closed.
    mutating func clear(_ conversation: ConversationID) -> UInt32? {
        waiting[conversation] = nil
        return clear(.conversation(conversation))
    }

    mutating func clear(_ subject: NotificationSubject) -> UInt32? {
        again[subject] = nil
        return shown.removeValue(forKey: subject)?.number
    }

    /// An account is gone with all it had.
    mutating func remove(_ account: AccountID) -> [UInt32] {
        waiting = waiting.filter { $0.value.account != account }
        let gone = shown.filter { $0.value.account == account }
        for subject in gone.keys { _ = clear(subject) }
        return gone.values.map(\.number).sorted()
    }

    // MARK: What is shown

    /// Takes out what is due: conversations in the order in which they began to wait, those that began at once in the
    /// order of their numbers.
    ///
    /// Those whose messages all came late are taken together when they are too many for one each.
    mutating func takeDue(at now: Duration) -> (each: [Due], together: [Due]) {
        let due = waiting.filter { $0.value.due <= now }.sorted {
            ($0.value.since, $0.key.number) < ($1.value.since, $1.key.number)
        }
        for (conversation, _) in due { waiting[conversation] = nil }
        let late = due.filter(\.value.isLate)
        guard late.count > NotificationBounds.late else { return (due.map(Due.init), []) }
        return (due.filter { !$0.value.isLate }.map(Due.init), late.map(Due.init))
    }

    /// Takes out what is to be looked at again.
    mutating func takeAgain(at now: Duration) -> [NotificationSubject] {
        let due = again.filter { $0.value <= now }.sorted { $0.value < $1.value }.map(\.key)
        for subject in due { again[subject] = nil }
        return due
    }

    /// Puts back what could not be shown, for later.
    mutating func postpone(_ late: Due, until due: Duration) {
        var old = late.waiting
        if let new = waiting[late.conversation] {
            old.events = Array((old.events + new.events).suffix(NotificationBounds.lines))
            old.isCall = old.isCall || new.isCall
            old.isLate = old.isLate && new.isLate
        }
        old.due = due
        waiting[late.conversation] = old
    }

    mutating func set(_ subject: NotificationSubject, _ new: Shown) {
        if shown.count >= NotificationBounds.subjects, shown[subject] == nil,
            let oldest = shown.min(by: { $0.value.at < $1.value.at })
        {
            shown[oldest.key] = nil
        }
        shown[subject] = new
        again[subject] = nil
    }

    /// What a number on the screen stands for.
    func subject(of number: UInt32) -> NotificationSubject? { shown.first { $0.value.number == number }?.key }

    /// Another server: what the old one showed is gone.
    mutating func forgetShown() {
        shown = [:]
        again = [:]
    }

    /// Nobody shows anything.
    mutating func forgetAll() { self = NotificationBook() }
}

extension NotificationBook.Waiting {
    fileprivate mutating func take(
        _ event: Event, _ news: NotificationNews, after shown: Duration?, at now: Duration
    ) {
        events.append(event)
        if events.count > NotificationBounds.lines { events.removeFirst() }
        isCall = isCall || news.isCall
        if news.isLate, isLate {
            due = min(now + NotificationBounds.gathering, since + NotificationBounds.gatheringEnd)
        } else {
            if isLate { due = now }
            isLate = false
            if let shown { due = max(due, shown + NotificationBounds.pause) }
        }
    }
}

extension [Event] {
    /// Puts a newer state of an entry in the place of the old one.
    fileprivate mutating func replace(_ event: Event) {
        for index in indices where self[index].entry == event.entry { self[index] = event }
    }
}
