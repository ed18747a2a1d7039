/// Words in a language that nobody speaks, some common and most of them rare; the same at each run.
struct Vocabulary {
    static let size = 20_000

    private var state: UInt64 = 0x5A1C_70A1

    /// A word by its rank, 0 for the most common.
    static func word(_ rank: Int) -> String {
        let syllables = ["ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo", "ze", "pu"]
        var rest = rank
        var word = ""
        repeat {
            word += syllables[rest % 10]
            rest /= 10
        } while rest > 0
        return word + "n"
    }

    private static let words = (0..<size).map(word)

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// Ten words; the most common one stands in a third of all texts.
    mutating func text() -> String {
        var text = ""
        for place in 0..<10 {
            let chance = Double(next(below: 1 << 30)) / Double(1 << 30)
            if place > 0 { text += " " }
            text += Self.words[min(Int(chance * chance * chance * Double(Self.size)), Self.size - 1)]
        }
        return text
    }
}
