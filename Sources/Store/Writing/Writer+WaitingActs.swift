import Domain
import XMPPAddresses

/// Acts that came before their entries.
extension Writer {
    /// Acts that wait in one conversation at most; the oldest go.
    static let waitingBound: Int64 = 500
    /// How long an act waits: 30 days, in microseconds.
    static let waitingTime: Int64 = 30 * 86_400 * 1_000_000

    /// Keeps an act until its entry comes.  Of acts of one kind by one person on one entry the latest stays.
    ///
    /// `.purged` where the entry was deleted here: what such an act says must not stay either.
    func keep(_ act: Act) throws(StoreError) -> Outcome {
        let names = act.target.names.compactMap { StoredName($0) }
        guard !names.isEmpty else { return .unchanged }
        guard try !isPurged(names, at: act.time, of: act.target) else { return .purged }
        let account = try row(of: act.target.account)
        let peer = act.target.peer.description
        guard let id = try insert(act, account, peer) else { return .unchanged }
        for name in names {
            let statement = try connection.prepare(
                "INSERT OR IGNORE INTO pending_act_name (act, account, peer, id, given_by) VALUES (?, ?, ?, ?, ?)")
            statement.bind(1, id)
            statement.bind(2, account)
            statement.bind(3, peer)
            statement.bind(4, name.id)
            statement.bind(5, name.by)
            try statement.run()
        }
        try boundWaiting(account, peer)
        memory.waiting?.insert(.init(account: account, peer: peer))
        return .waiting
    }

    /// `nil`: a later one waits already.
    private func insert(_ act: Act, _ account: Int64, _ peer: String) throws(StoreError) -> Int64? {
        let statement = try connection.prepare(
            """
            INSERT INTO pending_act (account, peer, kin, time, received_at, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (account, peer, kin) DO UPDATE SET time = ?4, received_at = ?5, act = ?6 WHERE time <= ?4
            RETURNING id
            """)
        defer { statement.reset() }
        statement.bind(1, account)
        statement.bind(2, peer)
        statement.bind(3, act.kin)
        statement.bind(4, act.time.microseconds)
        statement.bind(5, now.microseconds)
        statement.bind(6, act.json)
        guard try statement.step() else { return nil }
        let id = statement.integer(0)
        while try statement.step() {}
        return id
    }

    private func boundWaiting(_ account: Int64, _ peer: String) throws(StoreError) {
        let statement = try connection.prepare(
            """
            DELETE FROM pending_act WHERE account = ?1 AND peer = ?2 AND (received_at <= ?3 OR id IN (
                SELECT id FROM pending_act WHERE account = ?1 AND peer = ?2 ORDER BY id DESC LIMIT -1 OFFSET ?4))
            """)
        statement.bind(1, account)
        statement.bind(2, peer)
        statement.bind(3, now.advanced(byMicroseconds: -Self.waitingTime).microseconds)
        statement.bind(4, Self.waitingBound)
        try statement.run()
    }

    // MARK: Forgetting

    /// Forgets what waits in a conversation and was done, or came, before a time; returns how many acts went.
    func forgetWaiting(in conversation: ConversationID, before time: Timestamp) throws(StoreError) -> Int {
        guard let place = try waitingPlace(of: conversation) else { return 0 }
        let statement = try connection.prepare(
            "DELETE FROM pending_act WHERE account = ? AND peer = ? AND min(time, received_at) < ?")
        statement.bind(1, place.account)
        statement.bind(2, place.peer)
        statement.bind(3, time.microseconds)
        try statement.run()
        return connection.changes
    }

    /// Forgets what waits for an entry with one of these names.
    func forgetWaiting(for names: [StoredName], in conversation: ConversationID) throws(StoreError) {
        guard let place = try waitingPlace(of: conversation) else { return }
        for name in names {
            let statement = try connection.prepare(
                """
                DELETE FROM pending_act WHERE id IN (
                    SELECT act FROM pending_act_name WHERE account = ? AND peer = ? AND id = ? AND given_by = ?)
                """)
            statement.bind(1, place.account)
            statement.bind(2, place.peer)
            statement.bind(3, name.id)
            statement.bind(4, name.by)
            try statement.run()
        }
    }

    /// Forgets what has waited too long, in all conversations; returns how many acts went.
    func forgetStaleActs() throws(StoreError) -> Int {
        let statement = try connection.prepare("DELETE FROM pending_act WHERE received_at <= ?")
        statement.bind(1, now.advanced(byMicroseconds: -Self.waitingTime).microseconds)
        try statement.run()
        return connection.changes
    }

    /// `nil`: nothing waits there.
    private func waitingPlace(of conversation: ConversationID) throws(StoreError) -> WriterMemory.WaitingPlace? {
        let places = try waitingPlaces()
        guard !places.isEmpty else { return nil }
        let statement = try connection.prepare("SELECT account, peer FROM conversation WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        guard try statement.step() else { return nil }
        let place = WriterMemory.WaitingPlace(account: statement.integer(0), peer: statement.text(1))
        return places.contains(place) ? place : nil
    }

    // MARK: Carrying out

    /// What waited for this entry.
    func carryOutWaiting(on entry: Entry, _ new: NewEntry) throws(StoreError) {
        try carryOutWaiting(entry.content.names, new.account, entry.peer)
    }

    /// What waited for the stanza of a correction, whose id is one of the entry's from now on.
    func carryOutWaiting(afterOutcome outcome: Outcome, of act: Act) throws(StoreError) {
        guard case .correct = act.kind, case .acted = outcome else { return }
        try carryOutWaiting(act.ownNames, act.target.account, act.target.peer.description)
    }

    /// What waited for ids that an entry got later.
    func carryOutWaiting(
        on references: [StanzaReference], _ account: AccountID, _ peer: String
    ) throws(StoreError) {
        guard !references.isEmpty else { return }
        try carryOutWaiting(references.map { StoredName(id: $0.id, by: $0.by) }, account, peer)
    }

    /// Each act is taken out before it is done, so that no circle of names comes round again.
    private func carryOutWaiting(
        _ names: [StoredName], _ account: AccountID, _ peer: String
    ) throws(StoreError) {
        let place = WriterMemory.WaitingPlace(account: try row(of: account), peer: peer)
        guard try waitingPlaces().contains(place) else { return }
        var names = names
        while let name = names.popLast() {
            for (id, act) in try waiting(for: name, at: place) {
                let removal = try connection.prepare("DELETE FROM pending_act WHERE id = ?")
                removal.bind(1, id)
                try removal.run()
                guard let act, let outcome = try perform(act) else { continue }
                if case .acted = outcome, case .correct = act.kind { names += act.ownNames }
                // Somebody else's entry with the same id; the right one may still come.
                if case .refused(let refusal) = outcome, refusal.code == ActRefusal.correctionByAnother.code {
                    _ = try keep(act)
                }
            }
        }
    }

    private func waiting(
        for name: StoredName, at place: WriterMemory.WaitingPlace
    ) throws(StoreError) -> [(id: Int64, act: Act?)] {
        let statement = try connection.prepare(
            """
            SELECT p.id, p.act FROM pending_act_name n JOIN pending_act p ON p.id = n.act
            WHERE n.account = ? AND n.peer = ? AND n.id = ? AND n.given_by = ? ORDER BY p.time, p.id
            """)
        defer { statement.reset() }
        statement.bind(1, place.account)
        statement.bind(2, place.peer)
        statement.bind(3, name.id)
        statement.bind(4, name.by)
        var acts: [(Int64, Act?)] = []
        while try statement.step() { acts.append((statement.integer(0), Act(stored: statement.text(1)))) }
        return acts
    }

    private func waitingPlaces() throws(StoreError) -> Set<WriterMemory.WaitingPlace> {
        if let known = memory.waiting { return known }
        let statement = try connection.prepare("SELECT DISTINCT account, peer FROM pending_act")
        defer { statement.reset() }
        var places: Set<WriterMemory.WaitingPlace> = []
        while try statement.step() { places.insert(.init(account: statement.integer(0), peer: statement.text(1))) }
        memory.waiting = places
        return places
    }
}
