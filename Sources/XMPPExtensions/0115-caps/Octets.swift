/// Comparing and sorting text by its bytes: the collation `i;octet` (RFC 4790 §9.3), in which hashes are defined.
enum Octets {
    static func areSorted(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }

    static func sorted(_ texts: [String]) -> [String] { texts.sorted(by: areSorted) }

    static func areEqual(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    /// Whether something occurs twice.
    static func hasRepetition(_ texts: [String]) -> Bool {
        let sorted = sorted(texts)
        return zip(sorted, sorted.dropFirst()).contains { areEqual($0, $1) }
    }
}
