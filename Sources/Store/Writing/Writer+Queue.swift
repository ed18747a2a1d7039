import Domain
import XMPPAddresses

/// What the user and the archive say about the outbox.
extension Writer {
    /// Takes back what was never written, and whatever was to be said about it.
    func cancel(_ entry: EntryID) throws(StoreError) -> Outcome {
        guard try hasUnwrittenRow(entry) else { return .unchanged }
        try dropErrands(of: entry)
        return try setState(entry, .failed(.cancelled))
    }

    /// Queues what failed or is held again; what was retracted has nothing to say any more.
    func retry(_ id: EntryID) throws(StoreError) -> Outcome {
        try isRetracted(id) ? .unchanged : try setState(id, .queued)
    }

    /// The archive has an own message with this origin-id or message id: the server has it.
    func found(
        _ account: AccountID, _ peer: BareJID, _ id: String, _ reference: StanzaReference?
    ) throws(StoreError) -> Outcome {
        let place = WriterMemory.Place(account: try row(of: account), peer: peer)
        guard let conversation = try find(place) else { return .unchanged }
        guard let entry = try outgoing(id, in: conversation.id) else {
            guard let errand = try errand(named: id, in: conversation.id) else { return .unchanged }
            return try setErrandState(errand, .onServer)
        }
        if let reference {
            try addStanzaIDs([reference], to: entry, in: conversation.id)
            try carryOutWaiting(on: [reference], account, peer.description)
        }
        return try setState(entry, .onServer)
    }

    func isRetracted(_ entry: EntryID) throws(StoreError) -> Bool {
        let statement = try connection.prepare("SELECT more FROM entry WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        guard try statement.step() else { return false }
        return EntryBits(rawValue: statement.integer(0)).contains(.retracted)
    }
}
