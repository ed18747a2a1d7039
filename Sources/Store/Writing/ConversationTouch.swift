import Domain

/// What a batch does to a conversation besides its entries.
struct ConversationTouch {
    /// A place in the order of a conversation.
    struct Place: Comparable {
        let time: Int64
        let entry: Int64

        static func < (left: Place, right: Place) -> Bool {
            (left.time, left.entry) < (right.time, right.entry)
        }
    }

    var unread: Int64 = 0
    var mentions: Int64 = 0
    var opens = false
    /// The user has read up to here.
    var read: Place?
    /// To be announced in any case.
    var isChanged = false
    /// Entries that were brought back.
    var imported: Int64 = 0

    mutating func read(upTo place: Place) {
        read = max(read ?? place, place)
    }
}
