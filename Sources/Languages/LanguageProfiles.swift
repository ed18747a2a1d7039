/// How likely sequences of letters are in each language, in one table for all of them.
///
/// Built once from `Profile.all`, when the first text is looked at; some 300 KiB.
struct LanguageProfiles: Sendable {
    /// A number for each language, in the order of `tags`: sixteenths of the natural logarithm of how much likelier a
    /// sequence is than in a language that hardly has it.
    typealias Weights = SIMD32<UInt16>

    static let tags: [String] = Profile.all.map(\.tag)
    static let shared = LanguageProfiles(Profile.all)

    /// Open addressing; 0: free.
    private let keys: [UInt64]
    private let rows: [UInt16]
    private let weights: [SIMD32<UInt8>]

    private static let slots = 1 << 14

    /// The key of three letters in a row, 0 standing for the edge of a word; that of one letter is its number.
    static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
        UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
    }

    init(_ profiles: [Profile]) {
        var keys = [UInt64](repeating: 0, count: Self.slots)
        var rows = [UInt16](repeating: 0, count: Self.slots)
        var weights: [SIMD32<UInt8>] = []
        for (language, profile) in profiles.prefix(SIMD32<UInt8>.scalarCount).enumerated() {
            profile.each { key, weight in
                var slot = Self.slot(of: key)
                while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.slots - 1) }
                if keys[slot] == 0 {
                    keys[slot] = key
                    rows[slot] = UInt16(weights.count)
                    weights.append(.zero)
                }
                weights[Int(rows[slot])][language] = weight
            }
        }
        (self.keys, self.rows, self.weights) = (keys, rows, weights)
    }

    /// `nil`: no language has it often enough.
    func weights(of key: UInt64) -> Weights? {
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return Weights(truncatingIfNeeded: weights[Int(rows[slot])]) }
            slot = (slot + 1) & (Self.slots - 1)
        }
        return nil
    }

    private static func slot(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 50) }
}
