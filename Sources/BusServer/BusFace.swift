public import Backend
public import BusAPI
import DBusWire
public import Domain
public import Logs
public import Store
import Synchronization
public import XMPPAddresses
public import XMPPExtensions

/// The face of the backend on the bus: an object for each account and conversation, kept true.
public final class BusFace: BackendObserver {
    private struct Outlets {
        let account: Account1.Outlet
        let roster: Roster1.Outlet
    }

    private struct State {
        var backend: Backend?
        var subscribers: Subscribers?
        var manager: Manager1.Outlet?
        var accounts: [AccountID: Outlets] = [:]
        var conversations: [ConversationID: (account: AccountID, outlet: Conversation1.Outlet)] = [:]
        /// The same by whom they are with.
        var places: [Place: Conversation1.Outlet] = [:]
    }

    private struct Place: Hashable {
        let account: AccountID
        let peer: BareJID
    }

    private let tree: ObjectTree
    private let state = Mutex(State())

    public init(tree: ObjectTree) { self.tree = tree }

    /// Puts the root object on the bus; afterwards accounts and conversations follow what the backend tells.
    public func show(
        _ backend: Backend, logs: LogHub, facts: Manager1.Properties, limits: EventLimits
    ) throws {
        let manager = Manager1.Outlet(facts)
        let events = Events1.Outlet(Events1.Properties(keepDays: limits.days, keepEvents: limits.events))
        let subscribers = Subscribers(tree: tree, outlet: events, backend: backend)
        let root = RootObject(backend: backend, logs: logs, subscribers: subscribers, outlet: manager, log: events)
        try tree.add(BusPaths.root, [Manager1.serve(root, manager), Events1.serve(root, events)])
        state.withLock {
            $0.backend = backend
            $0.subscribers = subscribers
            $0.manager = manager
        }
    }

    /// The settings as on the bus.
    public static func fields(_ settings: NotificationSettings) -> Fields {
        ["level": .string(settings.level.rawValue), "text": .bool(settings.showsText)]
    }

    /// Passwords are kept elsewhere from now on.
    public func changed(secretStorage: String) {
        state.withLock(\.manager)?.update { $0.secretStorage = secretStorage }
    }

    public func changed(_ account: AccountSnapshot, _ service: AccountService) {
        let known = state.withLock { $0.accounts[account.account.id] }
        guard let known else { return add(account, service) }
        let properties = Account1.Properties(account)
        known.account.update { $0 = properties }
        known.roster.update {
            $0.size = UInt32(clamping: account.rosterSize)
            $0.version = account.rosterVersion ?? ""
        }
    }

    private func add(_ snapshot: AccountSnapshot, _ service: AccountService) {
        guard let backend = state.withLock(\.backend) else { return }
        let id = snapshot.account.id
        let outlets = Outlets(
            account: Account1.Outlet(Account1.Properties(snapshot)),
            roster: Roster1.Outlet(
                Roster1.Properties(size: UInt32(clamping: snapshot.rosterSize), version: snapshot.rosterVersion ?? "")))
        state.withLock { $0.accounts[id] = outlets }
        // A path that is taken would be our own mistake; the object that is there stays.
        try? tree.add(
            BusPaths.account(id),
            [
                Account1.serve(AccountObject(service: service, backend: backend), outlets.account),
                Roster1.serve(RosterObject(service: service), outlets.roster),
                Discovery1.serve(DiscoveryObject(service: service), Discovery1.Outlet(Discovery1.Properties())),
            ])
    }

    public func removed(_ account: AccountID) {
        state.withLock { state in
            state.accounts[account] = nil
            state.conversations = state.conversations.filter { $0.value.account != account }
            state.places = state.places.filter { $0.key.account != account }
        }
        tree.remove(BusPaths.account(account))
    }

    public func opened(_ conversation: Conversation) {
        guard let backend = state.withLock(\.backend) else { return }
        let outlet = Conversation1.Outlet(Conversation1.Properties(conversation))
        state.withLock {
            $0.conversations[conversation.id] = (conversation.account, outlet)
            $0.places[Place(account: conversation.account, peer: conversation.peer)] = outlet
        }
        let object = ConversationObject(conversation: conversation, backend: backend)
        try? tree.add(
            BusPaths.conversation(conversation.id, of: conversation.account), [Conversation1.serve(object, outlet)])
    }

    private func changed(_ conversation: Conversation) {
        let outlet = state.withLock { $0.conversations[conversation.id]?.outlet }
        var properties = Conversation1.Properties(conversation)
        outlet?.update {
            // The store knows nothing of what others do now.
            properties.chatStates = $0.chatStates
            $0 = properties
        }
    }

    public func chatStates(_ states: [String: ChatState], in peer: BareJID, of account: AccountID) {
        let outlet = state.withLock { $0.places[Place(account: account, peer: peer)] }
        let entries = states.sorted { $0.key < $1.key }.map { ($0.key, $0.value.rawValue) }
        outlet?.update { $0.chatStates = OrderedEntries(entries) }
    }

    public func recorded(_ events: [Event]) {
        state.withLock(\.subscribers)?.recorded(events)
    }

    /// What the store has committed: conversations first, since the events may be about them.
    public func committed(_ committed: Committed) {
        for conversation in committed.opened { opened(conversation) }
        for conversation in committed.changed { changed(conversation) }
        if !committed.events.isEmpty { recorded(committed.events) }
    }
}
