import Domain
import JSONText

/// Reads errands from rows.
enum ErrandRow {
    static let columns = """
        o.id, a.name, o.conversation, c.peer, o.entry, o.act, o.target, o.message_id, o.kind, o.thread,
        o.thread_parent, o.made_at, o.state, o.reason_code, o.reason_text
        """

    static let tables =
        "FROM errand o JOIN conversation c ON c.id = o.conversation JOIN account a ON a.id = o.account"

    /// The number of columns above; what a query adds begins here.
    static let width: Int32 = 15

    static func errand(_ row: SQLStatement, _ reader: Reader) throws(StoreError) -> Errand {
        guard let act = Act.Kind(stored: row.text(5)),
            let state = EntryCodes.state(
                row.integer(12), reasonCode: row.optionalText(13), sentence: row.optionalText(14))
        else { throw StoreError(.damaged, "an errand in the database is none") }
        return Errand(
            id: EntryID(number: row.integer(0)), account: try reader.account(row.text(1)),
            conversation: ConversationID(number: row.integer(2)), peer: row.text(3),
            entry: EntryID(number: row.integer(4)), act: act, target: row.text(6), messageID: row.text(7),
            kind: EntryCodes.kind(row.integer(8)), thread: row.optionalText(9), threadParent: row.optionalText(10),
            madeAt: Timestamp(microseconds: row.integer(11)), state: state)
    }
}

extension Act.Kind {
    var json: String {
        var writer = JSONWriter()
        writer.object { write(to: &$0) }
        return writer.text
    }

    /// `nil`: not what `json` wrote.
    init?(stored text: String) {
        guard let json = try? JSONParser.parse(text) else { return nil }
        self.init(json)
    }
}
