import Domain

extension Writer {
    private static let second: Int64 = 1_000_000

    /// When a new entry is to stand in its conversation.
    ///
    /// Servers stamp in whole seconds, so what they held back would stand before all of its second that came live, and
    /// upside down.  Within its second it stands where it arrived.
    func moment(of content: EntryContent, in conversation: ConversationID) throws(StoreError) -> Timestamp {
        let stamp = content.sentAt.microseconds
        guard stamp % Self.second == 0, content.sentAt != content.receivedAt else { return content.sentAt }
        let (end, isBeyond) = stamp.addingReportingOverflow(Self.second)
        guard !isBeyond else { return content.sentAt }
        let statement = try connection.prepare(
            "SELECT max(sent_at) FROM entry WHERE conversation = ? AND sent_at >= ? AND sent_at < ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, stamp)
        statement.bind(3, end)
        guard try statement.step(), !statement.isNull(0) else { return content.sentAt }
        return Timestamp(microseconds: min(statement.integer(0) + 1, end - 1))
    }
}
