/// The scripts that are told apart, and the languages that are told by them alone.
enum Script: Int, CaseIterable {
    case latin, cyrillic, greek, hebrew, arabic, devanagari, thai, georgian, armenian, hangul, kana, han

    /// What `LanguageDetection` can answer without looking at sequences of letters.
    static let tags = ["el", "he", "ar", "fa", "ur", "hi", "th", "ka", "hy", "ko", "ja", "zh"]

    /// The script of a letter beyond ASCII; `nil` for what is none, or of none of these.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x587: self = .armenian
        case 0x5D0...0x5F4: self = .hebrew
        case 0x620...0x6FF, 0x750...0x77F: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0xE01...0xE4F: self = .thai
        case 0x10D0...0x10FF: self = .georgian
        case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
        case 0x3041...0x30FF: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FFFF: self = .han
        default: return nil
        }
    }
}
