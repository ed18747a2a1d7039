import Domain

/// The row of an entry in the search index: the time first, so that hits come in the order of time, whatever was fetched
/// when.
///
/// Seconds since 1970 in 32 bits, then the last 31 bits of the entry's number, which are all of it for two billion
/// entries.
enum SearchKey {
    private static let entryBits: Int64 = 31
    private static let lastSecond: Int64 = 0xFFFF_FFFF
    static let entryMask: Int64 = 0x7FFF_FFFF

    static func key(of entry: EntryID, at time: Timestamp) -> Int64 {
        first(at: time) | (entry.number & entryMask)
    }

    /// The least key of a moment's second.
    static func first(at time: Timestamp) -> Int64 {
        min(max(time.microseconds / 1_000_000, 0), lastSecond) << entryBits
    }

    static func entry(of key: Int64) -> Int64 {
        key & entryMask
    }
}
