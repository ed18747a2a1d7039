import Domain
import XMPPAddresses

/// What the user and the archive say about the outbox.
extension Writer {
    /// Takes back what was never written.
    func cancel(_ entry: EntryID) throws(StoreError) -> Outcome {
        let statement = try connection.prepare(
            "SELECT 1 FROM outbox WHERE entry = ? AND attempts = 0 AND sequence IS NULL")
        statement.bind(1, entry.number)
        let isUnwritten = try statement.step()
        statement.reset()
        return isUnwritten ? try setState(entry, .failed(.cancelled)) : .unchanged
    }

    /// The stream is lost for good, and there is an archive to ask: what was written waits for its answer.
    func awaitArchive(_ account: AccountID) throws(StoreError) -> Outcome {
        for entry in try writtenEntries(of: try row(of: account)) {
            let statement = try connection.prepare("UPDATE outbox SET sequence = NULL WHERE entry = ?")
            statement.bind(1, entry.number)
            try statement.run()
            _ = try setState(entry, .held(.archiveCheck))
        }
        return .done
    }

    /// The archive has an own message with this origin-id or message id: the server has it.
    func found(
        _ account: AccountID, _ peer: BareJID, _ id: String, _ reference: StanzaReference?
    ) throws(StoreError) -> Outcome {
        let place = WriterMemory.Place(account: try row(of: account), peer: peer)
        guard let conversation = try find(place), let entry = try outgoing(id, in: conversation.id) else {
            return .unchanged
        }
        if let reference { try addStanzaIDs([reference], to: entry, in: conversation.id) }
        return try setState(entry, .onServer)
    }
}
