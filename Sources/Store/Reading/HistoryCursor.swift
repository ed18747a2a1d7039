import Domain

/// A place in a conversation's history, beside an entry that may be gone by now.
///
/// Opaque to frontends; lasts as long as the database.
public struct HistoryCursor: Hashable, Sendable, CustomStringConvertible {
    let sentAt: Int64
    let entry: Int64

    /// Before everything.
    public static let beginning = HistoryCursor(sentAt: .min, entry: .min)

    /// After everything.
    public static let end = HistoryCursor(sentAt: .max, entry: .max)

    private init(sentAt: Int64, entry: Int64) {
        self.sentAt = sentAt
        self.entry = entry
    }

    init(_ entry: Entry) {
        sentAt = entry.content.sentAt.microseconds
        self.entry = entry.id.number
    }

    /// `nil` unless the text is what `description` gave.
    public init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let sentAt = Int64(parts[0], radix: 36), let entry = Int64(parts[1], radix: 36) else {
            return nil
        }
        self.sentAt = sentAt
        self.entry = entry
    }

    public var description: String { "\(String(sentAt, radix: 36))_\(String(entry, radix: 36))" }
}
