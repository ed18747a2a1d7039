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
        for (number, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let weight = UInt8(Self.least + Self.step * Double(15 - min(number, 15)))
            for sequence in line.split(separator: "|") {
                let letters = sequence.unicodeScalars.map { $0 == "_" ? 0 : $0.value }
                switch letters.count {
                case 1: body(UInt64(letters[0]), weight)
                case 3: body(LanguageProfiles.key(letters[0], letters[1], letters[2]), weight)
                default: break
                }
            }
        }
    }
}
