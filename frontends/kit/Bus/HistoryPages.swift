public import BusAPI
internal import DBusWire
internal import JSONText

/// A whole conversation, oldest first, page by page; for one reader.
///
/// The bus has no cursor for the beginning, so the way back is walked first, and only its cursors are kept.  What is
/// written meanwhile is left out; what goes away meanwhile is missing.
public struct HistoryPages {
    private let conversation: Conversation1Proxy
    /// Cursors of the pages still to be read, the oldest page's last; nil for the newest.
    private var cursors: [String?] = []
    private let limit: UInt32
    /// How many entries there were when the way back was walked.
    public let count: Int

    /// Walks back to the beginning.
    /// - Parameters:
    ///   - limit: entries of a page, 1–500.
    ///   - isWalking: told how many entries were seen so far.
    public init(
        of conversation: Conversation1Proxy, limit: UInt32 = 500, isWalking: (Int) throws -> Void = { _ in }
    ) async throws {
        self.conversation = conversation
        self.limit = limit
        var seen = 0
        var cursor: String?
        repeat {
            let page = try await Self.page(conversation, before: cursor, limit)
            if !page.entries.isEmpty { cursors.append(cursor) }
            seen += page.entries.count
            cursor = page.earlier.isEmpty || page.earlier == cursor ? nil : page.earlier
            try isWalking(seen)
        } while cursor != nil
        count = seen
    }

    /// The next page; nil after the newest.
    public mutating func next() async throws(BusError) -> [EntryShape]? {
        guard let cursor = cursors.popLast() else { return nil }
        return try await Self.page(conversation, before: cursor, limit).entries.map { EntryShape(JSON($0)) }
    }

    private static func page(
        _ conversation: Conversation1Proxy, before cursor: String?, _ limit: UInt32
    ) async throws(BusError) -> (entries: [Fields], earlier: String) {
        var options: Fields = [:]
        options.set("before", cursor)
        let page = try await conversation.history(limit: limit, options: options)
        return (page.entries, page.earlier)
    }
}
