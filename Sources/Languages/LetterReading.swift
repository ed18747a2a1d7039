/// One way through a text: its scripts are counted, its sequences of letters weighed.
struct LetterReading {
    /// Most letters that are looked at, and most code points.
    private static let letters = 160
    private static let scalars = 2_000
    /// Least letters for a guess, by sequences and by script.
    private static let fewest = 10
    private static let fewestOfScript = 4
    /// How much likelier the first language must be than the second: e^5.
    private static let margin: UInt16 = 80

    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    private var total = 0
    private var persian = 0
    private var urdu = 0
    private var weights = LanguageProfiles.Weights.zero
    private var sequences = 0
    private var known = 0

    // MARK: Reading

    mutating func read(_ text: String) {
        let profiles = LanguageProfiles.shared
        var (before, last): (UInt32, UInt32) = (0, 0)
        var raw: UInt32 = 0
        var isInAddress = false
        var left = Self.scalars
        for scalar in text.unicodeScalars {
            guard left > 0 else { break }
            left -= 1
            let value = scalar.value
            // Addresses are in no language.
            if isInAddress, value > 0x20 { continue }
            isInAddress = value == 0x2F && raw == 0x2F
            raw = value
            let letter = letter(value)
            if last == 0 {
                before = 0
                last = letter
                weigh(letter, profiles)
                continue
            }
            weigh((before, last, letter), profiles)
            weigh(letter, profiles)
            (before, last) = (last, letter)
            guard total < Self.letters else { break }
        }
        if last != 0 { weigh((before, last, 0), profiles) }
    }

    private mutating func letter(_ value: UInt32) -> UInt32 {
        if value < 0x80 {
            let letter = Letter.folded(value)
            if letter != 0 { count(.latin) }
            return letter
        }
        guard let script = Script(value) else { return 0 }
        switch script {
        case .latin, .cyrillic:
            let letter = Letter.folded(value)
            if letter != 0 { count(script) }
            return letter
        case .arabic:
            count(script)
            switch value {
            case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: persian += 1
            case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: urdu += 1
            default: break
            }
            return 0
        default:
            count(script)
            return 0
        }
    }

    private mutating func count(_ script: Script) {
        counts[script.rawValue] += 1
        total += 1
    }

    private mutating func weigh(_ letters: (UInt32, UInt32, UInt32), _ profiles: LanguageProfiles) {
        guard letters.1 != 0 else { return }
        sequences += 1
        guard let row = profiles.weights(of: LanguageProfiles.key(letters.0, letters.1, letters.2)) else { return }
        known += 1
        weights &+= row
    }

    /// Letters that few languages have weigh by themselves as well.
    private mutating func weigh(_ letter: UInt32, _ profiles: LanguageProfiles) {
        guard letter >= 0x80, let row = profiles.weights(of: UInt64(letter)) else { return }
        weights &+= row
    }

    // MARK: Judging

    var language: String? {
        guard let script = Script.allCases.max(by: { counts[$0.rawValue] < counts[$1.rawValue] }) else { return nil }
        let han = counts[Script.han.rawValue] + counts[Script.kana.rawValue]
        if han * 2 > total { return han >= Self.fewestOfScript ? chineseOrJapanese : nil }
        // What is half in one script and half in another is in no language.
        let count = counts[script.rawValue]
        guard count * 3 > total * 2, count >= Self.fewestOfScript else { return nil }
        switch script {
        case .latin, .cyrillic: return likeliest
        case .greek: return "el"
        case .hebrew: return "he"
        case .arabic: return urdu > 0 ? "ur" : persian > 0 ? "fa" : "ar"
        case .devanagari: return "hi"
        case .thai: return "th"
        case .georgian: return "ka"
        case .armenian: return "hy"
        case .hangul: return "ko"
        case .kana, .han: return chineseOrJapanese
        }
    }

    /// Japanese has kana in nearly every word that is not a name.
    private var chineseOrJapanese: String { counts[Script.kana.rawValue] > 0 ? "ja" : "zh" }

    private var likeliest: String? {
        guard total >= Self.fewest, known * 5 >= sequences * 2 else { return nil }
        var (first, second): (Int, UInt16) = (0, 0)
        for index in LanguageProfiles.tags.indices.dropFirst() {
            if weights[index] > weights[first] {
                second = weights[first]
                first = index
            } else {
                second = max(second, weights[index])
            }
        }
        return weights[first] - second >= Self.margin ? LanguageProfiles.tags[first] : nil
    }
}
