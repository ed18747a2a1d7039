public import Domain
import Logging
import Store
import Synchronization
public import XMPPAddresses
import XMPPExtensions
import XMPPSessions

/// One account: its connection, its session, and what it knows.
public actor AccountService {
    public nonisolated let id: AccountID
    public nonisolated let jid: BareJID
    nonisolated let surroundings: Surroundings
    nonisolated let log: Logger
    nonisolated let book: RosterBook
    nonisolated let refused = RefusalLedger()
    nonisolated let tap = StanzaTap()
    nonisolated let lastAct: LastAct
    nonisolated let archiveBook = ArchiveBook()

    public internal(set) var account: Account
    var own: OwnPresence
    var login: LoginState
    var rosterVersion: String?
    /// What others are told without being asked for each time.
    public internal(set) var manners: Manners
    /// The roster in the order of addresses, until it changes.
    var sortedRoster: [Contact]?
    /// Pushes that came while the whole roster was on its way; `nil`: it is not.
    var heldPushes: [RosterPush]?
    var presences = PresenceBook()
    /// What those who are online announced that they can do, by resource.
    var capabilities: [BareJID: [String: CapabilityAnnouncement]] = [:]
    /// Finds out what that stands for; `nil` before the first session.
    var finder: CapabilityFinder?
    /// What others do in conversations, and who wants to hear the same of us.
    var chatStates = ChatStateBook()
    var partners = ChatStatePartners()
    var chatStateTimer: Task<Void, Never>?
    var displayed = DisplayedBook()
    /// Conversations that were read while nobody could be told.
    var owed: Set<ConversationID>
    /// Receipts, markers and chat states that wait to be sent.
    var courtesies = CourtesyLine()
    /// What the event log says of the account; `nil`: not known.
    var toldStatus: AccountStatus?
    var isTellingStatus = false
    /// Entries that wait to be sent or acknowledged, as the store counts them.
    var queued: Int
    /// How long entries are kept; `nil`: as long as the daemon says.
    var retention: RetentionPeriod?
    var isCounting = false
    var isCountWanted = false
    /// Entries that the session has and that are not acknowledged.
    var handed: Set<EntryID> = []
    var outboxChanges = OutboxChanges()
    var isDispatching = false
    var isDispatchWanted = false
    var archive: ArchiveMemory
    /// Waits to look at the outbox again after the store failed.
    var laterDispatch: Task<Void, Never>?
    /// What other devices are told through the server, and who tells it.
    var shared: SharedState
    var sharer: Task<Void, Never>?
    /// What a session left behind that could not be stored yet.
    var unsettled: [Change] = []

    // The connection
    var reconnection = Reconnection()
    var state: AccountState
    var problem: Problem?
    var nextTry: Timestamp?
    var security: StreamSecurity?
    var isResumed = false
    var session: Session?
    var isOnline = false
    var isWatched = false
    /// Whether the roster is as the server had it when the session began, and followed since.
    var hasRoster = false
    /// The presence that the server knows of this session; `nil`: none yet.
    var told: OwnPresence?
    /// Changes whenever what went before is no longer of interest.
    var generation = 0
    var life: Task<Void, Never>?
    var timer: Task<Void, Never>?
    var isStopped = false
    var isRetired = false
    /// Whether settings are being changed, and who waits to change them.
    var isChanging = false
    var changers: [CheckedContinuation<Void, Never>] = []

    init(_ loaded: LoadedAccount, surroundings: Surroundings) {
        id = loaded.account.id
        jid = loaded.account.jid
        self.surroundings = surroundings
        log = surroundings.logger("saluton.account.\(loaded.account.id)")
        book = RosterBook(loaded.contacts)
        lastAct = LastAct(surroundings.now())
        account = loaded.account
        own = loaded.presence
        login = loaded.login
        rosterVersion = loaded.rosterVersion
        manners = loaded.manners
        queued = loaded.queued
        archive = loaded.archive
        retention = loaded.retention
        shared = SharedState(changed: loaded.untold)
        owed = Set(loaded.owed)
        state = loaded.account.isEnabled ? .offline : .disabled
        // At rest it is as it was; what comes of it is told.
        toldStatus = AccountStatus(state: state, problem: nil, archive: archive.status)
    }

    /// Everything a frontend can know at this moment.
    public var snapshot: AccountSnapshot {
        AccountSnapshot(
            account: account, state: state, problem: problem, nextTry: nextTry, bound: isOnline ? session?.jid : nil,
            security: isOnline ? security : nil, isResumed: isOnline && isResumed, presence: own, manners: manners,
            queued: queued, retention: retention, rosterSize: book.count, rosterVersion: rosterVersion,
            passwordSource: passwordSource, archive: archive.status)
    }

    private var passwordSource: String? {
        switch account.login {
        case .password: surroundings.vault.name
        case .command: "command"
        case .anonymous, .external: nil
        }
    }

    /// Tells the observer what is true now.
    func tell() {
        guard !isRetired else { return }
        surroundings.observer.changed(snapshot, self)
        tellStatus()
    }

    func set(_ state: AccountState, _ problem: Problem? = nil, nextTry: Timestamp? = nil) {
        self.state = state
        self.problem = problem
        self.nextTry = nextTry
        tell()
    }

    /// The session, for what needs a stream now.
    func onlineSession() throws(BackendError) -> Session {
        guard isOnline, let session else { throw .notConnected(offlineSentence) }
        return session
    }

    private var offlineSentence: String {
        switch state {
        case .disabled: "The account \(jid) is disabled: enable it first."
        case .offline: "The account \(jid) is offline: connect it first."
        case .connecting, .online, .paused: "The account \(jid) is connecting."
        case .waiting: "The account \(jid) is not connected and waits for its next try. \(problem?.sentence ?? "")"
        case .failed: "The account \(jid) cannot connect. \(problem?.sentence ?? "") \(problem?.action ?? "")"
        }
    }

    /// Stores a batch and tells everybody about its events; other devices hear of what the user did.
    @discardableResult
    func commit(_ changes: [Change]) async throws(StoreError) -> Committed {
        guard !changes.isEmpty else { return .nothing }
        var batch = Batch(changes)
        let settings = shared.beginSettings(changes)
        if !settings.isEmpty { batch.append(.setSetting(UntoldText.setting(id), UntoldText.text(shared.changed))) }
        let news = statusNews()
        if let news { batch.append(news) }
        let committed: Committed
        do throws(StoreError) {
            committed = try await surroundings.store.commit(batch)
            shared.endSettings(settings)
        } catch {
            shared.endSettings(settings)
            if news != nil { toldStatus = nil }
            throw error
        }
        if shared.noteReading(changes, committed) || !settings.isEmpty { shareSoon() }
        return committed
    }
}

/// What was refused on an account since the process began; from any thread.
final class RefusalLedger: Sendable {
    private let counter = Mutex(RefusalCounter())

    func count(_ refusal: Refusal) { counter.withLock { $0.count(refusal) } }

    var snapshot: [(refusal: Refusal, count: Int)] { counter.withLock(\.snapshot) }
}
