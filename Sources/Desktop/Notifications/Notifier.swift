public import Backend
public import DBusWire
public import Domain
public import Logging
import Synchronization
import XMPPAddresses
public import XMPPSessions

/// Tells the desktop what is new (Desktop Notifications Specification 1.2; docs/notifications.md).
///
/// Follows what the store commits and what accounts say.  While nobody shows notifications, it costs nothing.
public final class Notifier: Sendable {
    /// What is to be looked at.
    enum News: Sendable {
        case event(Event)
        case account(AccountID, jid: String, problem: Problem?)
    }

    private struct Inbox {
        var news: [News] = []
        /// The account that cannot connect without the user, by what is the matter.
        var failed: [AccountID: String] = [:]
    }

    private let inbox = Mutex(Inbox())
    private let isNeeded = Mutex(false)
    private let signals = Mutex<AsyncStream<Delivery>?>(nil)
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let desk: NotificationDesk

    public convenience init(
        _ connection: BusConnection, host: any NotificationHost, clock: any SessionClock, log: Logger
    ) {
        self.init(NotificationServer(connection: connection), host, clock, log)
    }

    init(_ server: NotificationServer, _ host: any NotificationHost, _ clock: any SessionClock, _ log: Logger) {
        desk = NotificationDesk(server, host, clock, log)
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Events were stored; quick, from any thread.
    public func recorded(_ events: [Event]) {
        guard isNeeded.withLock({ $0 }) else { return }
        let wanted = events.filter { Self.kinds.contains($0.kind) }
        guard !wanted.isEmpty else { return }
        put(wanted.map(News.event))
    }

    private static let kinds: Set<EventKind> = [
        .message, .messageChanged, .messagesRemoved, .conversationChanged, .subscriptionRequest, .accountRemoved,
    ]

    /// Something about an account changed; quick, from any thread.
    public func changed(_ account: AccountSnapshot) {
        let problem = account.state == .failed ? account.problem : nil
        let isNews = inbox.withLock { inbox in
            defer { inbox.failed[account.account.id] = problem?.code }
            return inbox.failed[account.account.id] != problem?.code
        }
        if isNews { put([.account(account.account.id, jid: account.account.jid.description, problem: problem)]) }
    }

    private func put(_ news: [News]) {
        inbox.withLock { inbox in
            inbox.news += news
            let surplus = inbox.news.count - NotificationBounds.inbox
            if surplus > 0 { inbox.news.removeFirst(surplus) }
        }
        waker.yield()
    }

    /// Listens and looks who shows notifications; to be called before `run`, and before anything happens.
    public func prepare() async {
        let stream = await desk.begin()
        signals.withLock { $0 = stream }
        let isThere = await desk.isThere
        isNeeded.withLock { $0 = isThere }
    }

    /// Whether somebody shows notifications now, or would when called.
    var isShowing: Bool { isNeeded.withLock { $0 } }

    /// Shows notifications until the task is cancelled or the bus is gone.
    public func run() async {
        guard let signals = signals.withLock({ $0 }) else { return }
        await withDiscardingTaskGroup { group in
            group.addTask { [self] in
                for await delivery in signals {
                    let isThere = await desk.receive(delivery)
                    isNeeded.withLock { $0 = isThere }
                    waker.yield()
                }
                waker.finish()
            }
            group.addTask { [self] in
                for await _ in wakes {
                    let news = inbox.withLock { inbox in
                        defer { inbox.news = [] }
                        return inbox.news
                    }
                    if let due = await desk.take(news) { await desk.wake(at: due, waker) }
                }
                await desk.end()
            }
        }
    }
}
