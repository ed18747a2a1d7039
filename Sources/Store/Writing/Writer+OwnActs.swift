import Domain
import XMPPAddresses

/// What the user does: done here and put in the outbox in one step, so that what is seen here is told.
extension Writer {
    func perform(_ own: OwnAct) throws(StoreError) -> Outcome {
        guard let entry = try Reader(connection).entry(own.entry.number) else { return .unchanged }
        let peer = try Reader(connection).address(entry.peer)
        let place = WriterMemory.Place(account: try row(of: entry.account), peer: peer)
        guard let conversation = try find(place),
            let subject = try subject(entry.id.number, .entry(entry.id), in: conversation)
        else { return .unchanged }
        let act = Act(
            own.kind, on: EntryTarget(account: entry.account, peer: peer, names: [.entry(entry.id)]),
            direction: .outgoing, author: own.author, time: time(of: own, on: entry), messageID: own.messageID)
        if let refusal = ActRule.refusal(of: act, on: subject) { return .refused(refusal) }
        let isHere = own.isHanded ? false : try isUnwritten(entry)
        switch own.kind {
        case .correct where isHere: return try rewrite(entry, act)
        case .retract where isHere: return try withdraw(entry, subject, act)
        case .correct, .retract, .react:
            return try perform(act, on: entry, subject, place, isHanded: own.isHanded)
        case .moderate, .receive, .display, .pin, .unpin: return .unchanged
        }
    }

    private func perform(
        _ act: Act, on entry: Entry, _ subject: ActSubject, _ place: WriterMemory.Place, isHanded: Bool
    ) throws(StoreError) -> Outcome {
        if act.kind.isCorrection {
            if entry.content.kind == .file { return .refused(.notText) }
            if case .failed = entry.content.state { return .refused(.notArrived) }
        }
        let target = entry.content.wireName(for: act.kind, in: subject.place, of: subject.peer)
        guard let target, let messageID = act.messageID else { return .refused(.nameless) }
        let former = try formerReaction(act, on: subject)
        guard try alter(subject, act) else { return act.kind.isCorrection ? .refused(.tooOften) : .unchanged }
        if case .retract = act.kind, !isHanded, entry.content.state?.isWaiting == true {
            // Some stream may have had it, so that the others are told; it is not sent again.
            _ = try setState(entry.id, .failed(.cancelled))
        }
        try dropUnwritten(act.kind, of: entry.id)
        let errand = Errand(
            id: EntryID(number: next(\.entry)), account: entry.account, conversation: entry.conversation,
            peer: entry.peer, entry: entry.id, act: act.kind, target: target, messageID: messageID,
            kind: entry.content.kind, thread: entry.content.thread, threadParent: entry.content.threadParent,
            madeAt: now)
        try insert(errand, place.account, to: try recipient(of: entry))
        if let former { try remember(former, of: errand.id) }
        try addBits(.errands, to: entry.id)
        try announceChange(of: entry.id, act.name)
        return .acted(entry.id, entry.conversation)
    }

    /// A clock that jumped back does not make what the user says now older than what was said before.
    private func time(of own: OwnAct, on entry: Entry) -> Timestamp {
        var time = own.time
        switch own.kind {
        case .correct: time = max(time, entry.marks?.correctedAt ?? entry.content.sentAt)
        case .react:
            let before = entry.marks?.reactions.first { $0.sender == ActRule.bare(own.author) }
            time = max(time, before?.time ?? time)
        default: break
        }
        return time
    }

    // MARK: What nobody has seen

    /// Whether an outgoing entry was never written to a stream, so that it may be changed without a word.
    private func isUnwritten(_ entry: Entry) throws(StoreError) -> Bool {
        switch entry.content.state {
        case .failed(let reason): return reason.code == Reason.cancelled.code
        case .queued, .held: return try hasUnwrittenRow(entry.id)
        case .sent, .onServer, .delivered, .displayed, nil: return false
        }
    }

    private func rewrite(_ entry: Entry, _ act: Act) throws(StoreError) -> Outcome {
        guard case .correct(let texts, let subjects, let details, let language) = act.kind else { return .unchanged }
        let version = EntryVersion(time: act.time, texts: texts, subjects: subjects, details: details)
        try show(version, in: language, of: entry)
        try setMark("corrected_at", nil, of: entry.id)
        try announceChange(of: entry.id, act.name)
        return .acted(entry.id, entry.conversation)
    }

    private func withdraw(_ entry: Entry, _ subject: ActSubject, _ act: Act) throws(StoreError) -> Outcome {
        _ = try setState(entry.id, .failed(.cancelled))
        guard try alter(subject, act) else { return .unchanged }
        try announceChange(of: entry.id, act.name)
        return .acted(entry.id, entry.conversation)
    }

    private func recipient(of entry: Entry) throws(StoreError) -> String {
        guard entry.content.direction == .outgoing else { return entry.peer }
        let statement = try connection.prepare("SELECT recipient FROM entry WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, entry.id.number)
        return try statement.step() ? statement.optionalText(0) ?? entry.peer : entry.peer
    }
}
