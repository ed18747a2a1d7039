import Domain

extension EntryMarks {
    /// What was done to an entry; `nil`: nothing.
    init?(of entry: Int64, _ bits: EntryBits, _ reader: Reader) throws(StoreError) {
        guard !bits.isDisjoint(with: [.marks, .reactions, .errands]) else { return nil }
        var marks = EntryMarks()
        if bits.contains(.marks), let found = try Self.row(of: entry, reader) { marks = found }
        if bits.contains(.reactions) { marks.reactions = try Self.reactions(to: entry, reader) }
        if bits.contains(.errands) { marks.pending = try Self.pending(on: entry, reader) }
        guard marks != EntryMarks() else { return nil }
        self = marks
    }

    private static func row(of entry: Int64, _ reader: Reader) throws(StoreError) -> EntryMarks? {
        try reader.first(
            """
            SELECT corrected_at, retracted_at, retracted_by, reason, pinned_at FROM entry_mark WHERE entry = ?
            """, { $0.bind(1, entry) },
            { row in
                EntryMarks(
                    correctedAt: row.optionalInteger(0).map { Timestamp(microseconds: $0) },
                    retraction: row.optionalInteger(1).map {
                        Retraction(
                            time: Timestamp(microseconds: $0), by: row.text(2), reason: row.optionalText(3))
                    },
                    pinnedAt: row.optionalInteger(4).map { Timestamp(microseconds: $0) })
            })
    }

    private static func pending(on entry: Int64, _ reader: Reader) throws(StoreError) -> [Pending] {
        try reader.all(
            """
            SELECT id, act ->> 'kind', state, reason_code, reason_text FROM errand
            WHERE entry = ? AND state <> 3 ORDER BY id
            """, { $0.bind(1, entry) },
            { row in
                let state = EntryCodes.state(
                    row.integer(2), reasonCode: row.optionalText(3), sentence: row.optionalText(4))
                return state.map {
                    Pending(id: EntryID(number: row.integer(0)), act: row.text(1), state: $0)
                }
            }
        ).compactMap(\.self)
    }

    private static func reactions(to entry: Int64, _ reader: Reader) throws(StoreError) -> [Reaction] {
        try reader.all(
            """
            SELECT sender, emojis, time FROM entry_reaction WHERE entry = ? AND emojis <> '' ORDER BY time, sender
            """, { $0.bind(1, entry) },
            {
                Reaction(
                    sender: $0.text(0), emojis: PackedText.unpack($0.text(1)),
                    time: Timestamp(microseconds: $0.integer(2)))
            })
    }
}
