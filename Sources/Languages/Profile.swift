/// How one language is written: its most frequent sequences of three letters, and its letters beyond ASCII.
struct Profile: Sendable {
    let tag: String
    /// 16 lines, the most frequent sequences in the first; separated by `|`, the edge of a word written `_`.
    let lines: String

    /// Weights of the lines, from the last to the first: steps of e^0.414, the least being twice as likely as a
    /// sequence that is not there.
    private static let least = 11.09
    private static let step = 6.63

    /// Gives each sequence with its weight.
    func each(_ body: (_ key: UInt64, _ weight: UInt8) -> Void) {
        var weight = Self.least + Self.step * 15
        var (first, second, third): (UInt32, UInt32, UInt32) = (0, 0, 0)
        var count = 0
        for scalar in lines.unicodeScalars {
            switch scalar {
            case "\n": weight = max(weight - Self.step, Self.least)
            case "|":
                let key = count == 1 ? UInt64(third) : LanguageProfiles.key(first, second, third)
                if count == 1 || count == 3 { body(key, UInt8(weight)) }
                count = 0
            default:
                (first, second, third) = (second, third, scalar == "_" ? 0 : scalar.value)
                count += 1
            }
        }
    }
}
