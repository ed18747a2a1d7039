/// How much of somebody's answer is kept.
struct DiscoBudget {
    /// Identities, features, and fields of forms with their values; or items.
    static let entries = 2000
    /// Of one text.
    static let bytes = 4096

    private var left = Self.entries

    /// Takes room for one entry of these texts; `false` when there is none.
    mutating func take(_ texts: [String?]) -> Bool {
        left -= 1
        return left >= 0 && texts.allSatisfy { ($0?.utf8.count ?? 0) <= Self.bytes }
    }
}
