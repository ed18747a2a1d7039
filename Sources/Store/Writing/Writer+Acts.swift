import Domain

/// Finding the entry of an act, asking the rule, doing it.
extension Writer {
    /// Entries of one name that are looked at: a peer may use an id many times.
    static let candidateBound: Int64 = 20

    func act(_ act: Act) throws(StoreError) -> Outcome {
        if let outcome = try echo(act) { return outcome }
        guard let outcome = try perform(act) else { return try keep(act) }
        try carryOutWaiting(afterOutcome: outcome, of: act)
        return outcome
    }

    /// What was done here comes back from the server or its archive, which has it therefore; `nil`: it is not ours.
    private func echo(_ act: Act) throws(StoreError) -> Outcome? {
        guard act.direction == .outgoing, let id = act.messageID ?? act.originID else { return nil }
        let place = WriterMemory.Place(account: try row(of: act.target.account), peer: act.target.peer)
        guard let conversation = try find(place), let errand = try errand(named: id, in: conversation.id) else {
            return nil
        }
        if act.kind.isCorrection { try addAliases(of: act, toErrand: errand) }
        return try setErrandState(errand, .onServer)
    }

    func actNow(_ act: Act) throws(StoreError) -> Outcome {
        guard let outcome = try perform(act) else { return .unchanged }
        try carryOutWaiting(afterOutcome: outcome, of: act)
        return outcome
    }

    func actOrAdd(_ act: Act, _ new: NewEntry) throws(StoreError) -> Outcome {
        if let outcome = try echo(act) { return outcome }
        if let outcome = try perform(act) {
            try carryOutWaiting(afterOutcome: outcome, of: act)
            return outcome
        }
        let outcome = try add(new)
        // The next correction names the first message again, and this one may come as a copy.
        if case .added(let id, _) = outcome, let entry = try Reader(connection).entry(id.number) {
            try addAliases(of: act, to: entry)
            try addAliases(act.target.names.compactMap { StoredName($0) }, to: entry)
        }
        return outcome
    }

    /// `nil`: none of the names leads to an entry.
    func perform(_ act: Act) throws(StoreError) -> Outcome? {
        let place = WriterMemory.Place(account: try row(of: act.target.account), peer: act.target.peer)
        guard let conversation = try find(place) else { return nil }
        var refusal: ActRefusal?
        for name in act.target.names {
            for subject in try subjects(name, in: conversation) {
                guard let found = ActRule.refusal(of: act, on: subject) else {
                    return try carryOut(act, on: subject, in: conversation)
                }
                refusal = refusal ?? found
            }
        }
        return refusal.map { .refused($0) }
    }

    private func carryOut(
        _ act: Act, on subject: ActSubject, in conversation: WriterMemory.KnownConversation
    ) throws(StoreError) -> Outcome {
        switch act.kind {
        case .receive: return try setState(subject.id, .delivered)
        case .display: return try display(subject, act, in: conversation)
        case .correct, .retract, .moderate, .react, .pin, .unpin: break
        }
        guard try alter(subject, act) else { return .unchanged }
        try announceChange(of: subject.id, act.name)
        return .acted(subject.id, conversation.id)
    }

    /// Does to an entry what the rule has let pass; false: there was nothing to do.
    func alter(_ subject: ActSubject, _ act: Act) throws(StoreError) -> Bool {
        switch act.kind {
        case .correct(let texts, let subjects, let details, let language):
            let version = EntryVersion(time: act.time, texts: texts, subjects: subjects, details: details)
            return try correct(subject, act, version, in: language)
        case .retract: return try retract(subject, act, reason: nil)
        case .moderate(let reason): return try retract(subject, act, reason: reason)
        case .react(let emojis): return try react(to: subject, act, emojis)
        case .pin: return try pin(subject.id, at: act.time)
        case .unpin: return try pin(subject.id, at: nil)
        case .receive, .display: return false
        }
    }

    /// The event of an entry that changed; the log keeps what was done to it, and the entry by reference.
    func announceChange(of entry: EntryID, _ change: String) throws(StoreError) {
        guard let entry = try Reader(connection).entry(entry.number) else { return }
        try announce(.messageChanged, entry, change: change)
    }

    // MARK: Names

    /// The entries of a conversation that a name may mean, newest first.
    private func subjects(
        _ name: EntryTarget.Name, in conversation: WriterMemory.KnownConversation
    ) throws(StoreError) -> [ActSubject] {
        var numbers: [Int64] = []
        switch name {
        case .entry(let id): numbers = [id.number]
        case .sender(let id): numbers = try entries(namedBySender: id, in: conversation.id)
        case .archive(let reference):
            if let holder = try holder(of: reference, in: conversation.id) { numbers = [holder.number] }
            numbers += try aliases(reference.id, by: reference.by, in: conversation.id)
        }
        var subjects: [ActSubject] = []
        for number in numbers {
            if let subject = try subject(number, name, in: conversation) { subjects.append(subject) }
        }
        return subjects
    }

    private func entries(namedBySender id: String, in conversation: ConversationID) throws(StoreError) -> [Int64] {
        var numbers: [Int64] = []
        for sql: StaticString in [
            "SELECT id FROM entry WHERE conversation = ? AND message_id = ? ORDER BY id DESC LIMIT ?",
            """
            SELECT id FROM entry WHERE conversation = ? AND origin_id = ? AND origin_id IS NOT NULL
                AND origin_id IS NOT message_id ORDER BY id DESC LIMIT ?
            """,
        ] {
            let statement = try connection.prepare(sql)
            defer { statement.reset() }
            statement.bind(1, conversation.number)
            statement.bind(2, id)
            statement.bind(3, Self.candidateBound)
            while try statement.step() { numbers.append(statement.integer(0)) }
        }
        return numbers + (try aliases(id, by: "", in: conversation))
    }

    /// The entries that a stanza with this id corrected.
    private func aliases(
        _ id: String, by giver: String, in conversation: ConversationID
    ) throws(StoreError) -> [Int64] {
        let statement = try connection.prepare(
            """
            SELECT entry FROM entry_alias WHERE conversation = ? AND id = ? AND given_by = ? ORDER BY entry DESC LIMIT ?
            """)
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, id)
        statement.bind(3, giver)
        statement.bind(4, Self.candidateBound)
        var numbers: [Int64] = []
        while try statement.step() { numbers.append(statement.integer(0)) }
        return numbers
    }

    func subject(
        _ number: Int64, _ name: EntryTarget.Name, in conversation: WriterMemory.KnownConversation
    ) throws(StoreError) -> ActSubject? {
        let hasRoomID = conversation.kind == .room ? try isNamed(number, by: conversation.peer) : false
        let statement = try connection.prepare(
            """
            SELECT direction, kind, author, occupant_id, encryption, more FROM entry WHERE id = ? AND conversation = ?
            """)
        defer { statement.reset() }
        statement.bind(1, number)
        statement.bind(2, conversation.id.number)
        guard try statement.step() else { return nil }
        let bits = EntryBits(rawValue: statement.integer(5))
        return ActSubject(
            id: EntryID(number: number), place: conversation.kind, peer: conversation.peer,
            direction: EntryCodes.direction(statement.integer(0)), kind: EntryCodes.kind(statement.integer(1)),
            author: statement.text(2), occupantID: statement.optionalText(3),
            encryption: statement.optionalText(4), hasRoomID: hasRoomID,
            isRetracted: bits.contains(.retracted), name: name)
    }

    /// Whether an entry has an id by this address.
    private func isNamed(_ entry: Int64, by giver: String) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            """
            SELECT 1 FROM entry WHERE id = ?1 AND stanza_by = ?2
            UNION ALL SELECT 1 FROM entry_stanza_id WHERE entry = ?1 AND stanza_by = ?2
            """)
        defer { statement.reset() }
        statement.bind(1, entry)
        statement.bind(2, giver)
        return try statement.step()
    }
}
