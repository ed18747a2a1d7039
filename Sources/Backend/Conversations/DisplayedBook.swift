import Domain

/// The places up to which authors were told that the user has read; memory only.
struct DisplayedBook: Sendable {
    /// Conversations remembered at most; beyond that all are forgotten, and a marker may come twice.
    static let limit = 1000

    private var places: [ConversationID: (time: Timestamp, entry: Int64)] = [:]

    /// Whether this is further than what was told before.
    mutating func tells(_ entry: Entry, in conversation: ConversationID) -> Bool {
        let place = (time: entry.content.sentAt, entry: entry.id.number)
        if let known = places[conversation], place <= known { return false }
        if places.count >= Self.limit, places[conversation] == nil { places = [:] }
        places[conversation] = place
        return true
    }

    /// What was to be told was not.
    mutating func forget(_ conversation: ConversationID) { places[conversation] = nil }
}
