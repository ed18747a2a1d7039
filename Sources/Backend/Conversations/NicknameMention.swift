/// Whether a text names somebody by their nickname, as people do in rooms.
enum NicknameMention {
    /// Longest nickname that is looked for, and how much of a text is looked through, in code points.
    static let nickname = 64
    static let text = 10_000

    /// Where the nickname stands first as a word of its own, in code points; `nil`: nowhere.
    ///
    /// The case of ASCII letters makes no difference.  A nickname of one letter is named by nobody.
    static func range(of name: String, in text: String) -> Range<Int>? {
        let name = name.unicodeScalars.map(folded)
        guard (2...nickname).contains(name.count) else { return nil }
        let words = text.unicodeScalars.prefix(Self.text).map(folded)
        guard words.count >= name.count else { return nil }
        for start in 0...(words.count - name.count) where words[start] == name[0] {
            let end = start + name.count
            guard words[start..<end].elementsEqual(name) else { continue }
            guard start == 0 || !isPartOfWord(words[start - 1]) else { continue }
            guard end == words.count || !isPartOfWord(words[end]) else { continue }
            return start..<end
        }
        return nil
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }
}
