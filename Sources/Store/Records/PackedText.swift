import Domain

/// Short lists in one column, where a table of their own would cost more than it gives.
///
/// Items end at U+001F, the parts of an item at U+001E.  XML cannot carry either (XML 1.0 §2.2), so no remote text
/// holds them; should one come from elsewhere, it is left out.
enum PackedText {
    private static let item: UInt8 = 0x1F
    private static let part: UInt8 = 0x1E

    static func pack(_ list: [String]) -> String {
        list.map { clean($0) + "\u{1F}" }.joined()
    }

    static func unpack(_ text: String) -> [String] {
        text.isEmpty ? [] : split(text, item).dropLast()
    }

    static func pack(_ map: LanguageMap) -> String {
        map.items.map { "\(clean($0.language))\u{1E}\(clean($0.text))\u{1F}" }.joined()
    }

    static func unpackMap(_ text: String) -> LanguageMap {
        LanguageMap(
            unpack(text).map { item in
                let parts = split(item, part)
                return LanguageMap.Item(language: parts[0], text: parts.count > 1 ? parts[1] : "")
            })
    }

    private static func split(_ text: String, _ separator: UInt8) -> [String] {
        text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == item || $0 == part }) else { return text }
        return String(text.unicodeScalars.filter { $0.value != 0x1F && $0.value != 0x1E })
    }
}
