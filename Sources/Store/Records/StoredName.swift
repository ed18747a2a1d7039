import Domain

/// An id as the tables of names have it: `by` is empty for what the sender gave.
struct StoredName: Hashable {
    let id: String
    let by: String

    init(id: String, by: String = "") {
        self.id = id
        self.by = by
    }

    /// `nil` for an entry's own number.
    init?(_ name: EntryTarget.Name) {
        switch name {
        case .entry: return nil
        case .sender(let id): self.init(id: id)
        case .archive(let reference): self.init(id: reference.id, by: reference.by)
        }
    }
}

extension Act {
    /// The ids of the stanza that brought it.
    var ownNames: [StoredName] {
        StoredName.all(messageID, originID, stanzaIDs)
    }
}

extension EntryContent {
    /// The ids by which an act may mean the entry.
    var names: [StoredName] {
        StoredName.all(messageID, originID, stanzaIDs)
    }
}

extension StoredName {
    fileprivate static func all(
        _ messageID: String?, _ originID: String?, _ stanzaIDs: [StanzaReference]
    ) -> [StoredName] {
        var names: [StoredName] = []
        if let messageID { names.append(StoredName(id: messageID)) }
        if let originID, originID != messageID { names.append(StoredName(id: originID)) }
        for reference in stanzaIDs { names.append(StoredName(id: reference.id, by: reference.by)) }
        return names
    }
}
