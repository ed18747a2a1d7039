/// A plain body, and how far a document has said the same.
///
/// Whitespace counts on neither side, nor do the signs of lists and quotations, which plain texts have and documents
/// have not.
struct AlignedBody {
    private let text: [Unicode.Scalar]
    private var place = 0
    /// Behind the last code point that was said.
    private(set) var lastEnd = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// Whether nothing but whitespace is left.
    var isAtEnd: Bool { text[place...].allSatisfy(\.isWhitespace) }

    /// Goes on along what the document says.
    ///
    /// - Returns: where in the body that is, empty for nothing but whitespace; `nil` where the two differ.
    mutating func take(_ words: String) -> Range<Int>? {
        var start: Int?
        for scalar in words.unicodeScalars where !scalar.isWhitespace {
            skipWhitespace()
            if place < text.count, text[place] != scalar { skipQuoteSigns() }
            guard place < text.count, text[place] == scalar else { return nil }
            start = start ?? place
            place += 1
            lastEnd = place
        }
        return (start ?? lastEnd)..<lastEnd
    }

    /// Passes over the first of these that comes next; over nothing where none does.
    mutating func skip(anyOf candidates: [String?]) {
        let before = place
        skipWhitespace()
        for candidate in candidates {
            guard let scalars = candidate?.unicodeScalars, !scalars.isEmpty else { continue }
            guard text[place...].starts(with: scalars) else { continue }
            place += scalars.count
            return
        }
        place = before
    }

    /// Passes over the sign or number of a list's item; gives where that stands, or `nil` where there is none.
    mutating func skipBullet() -> Int? {
        let before = place
        skipWhitespace()
        if place < text.count, text[place] == ">" { skipQuoteSigns() }
        let start = place
        while place < text.count, place - start < 3, ("0"..."9").contains(text[place]) { place += 1 }
        let signs: [Unicode.Scalar] = place > start ? [".", ")"] : ["-", "*", "•", "+"]
        if place < text.count, signs.contains(text[place]), place + 1 < text.count, text[place + 1].isWhitespace {
            place += 1
            return start
        }
        place = before
        return nil
    }

    private mutating func skipWhitespace() {
        while place < text.count, text[place].isWhitespace { place += 1 }
    }

    /// At the beginning of a line only.
    private mutating func skipQuoteSigns() {
        let isLineStart = text[..<place].last { !$0.isWhitespace || $0 == "\n" }.map { $0 == "\n" } ?? true
        guard isLineStart else { return }
        while place < text.count, text[place] == ">" || text[place].isWhitespace { place += 1 }
    }
}
