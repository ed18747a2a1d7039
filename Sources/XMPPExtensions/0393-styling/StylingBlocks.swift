/// The blocks of a text, line by line (XEP-0393 §6.1).
struct StylingBlocks {
    /// How deep quotations may nest; further signs are text.
    static let depth = 16

    private let text: [Unicode.Scalar]
    private var found: [MarkupSpan] = []
    /// Where each open quotation begins, the outermost first.
    private var quotes: [Int] = []
    /// Where the open block of code begins, in the innermost quotation.
    private var code: Int?
    /// Where the last line ended.
    private var lastEnd = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    mutating func spans() -> [MarkupSpan] {
        var start = 0
        while start < text.count, found.count < MarkupSpan.mostOfOneBody {
            let end = text[start...].firstIndex(of: "\n") ?? text.count
            read(line: start..<end)
            lastEnd = end
            start = end + 1
        }
        close(quotesFrom: 0)
        closeCode()
        return Array(found.prefix(MarkupSpan.mostOfOneBody)).inOrder()
    }

    private mutating func read(line: Range<Int>) {
        var place = line.lowerBound
        var depth = 0
        while depth < quotes.count, let next = behindSign(at: place, line.upperBound) {
            place = next
            depth += 1
        }
        // §6.1.3: a quotation ends with the first line without its sign, and with it all in it.
        close(quotesFrom: depth)
        if code != nil {
            // §6.1.2: inside there are neither blocks nor spans.
            guard text[place..<line.upperBound].elementsEqual(Self.fence) else { return }
            lastEnd = line.upperBound
            closeCode()
            return
        }
        while quotes.count < Self.depth, let next = behindSign(at: place, line.upperBound) {
            quotes.append(place)
            place = next
        }
        if text[place..<line.upperBound].starts(with: Self.fence) {
            code = place
        } else {
            StylingLine(text: text, range: place..<line.upperBound).read(into: &found)
        }
    }

    private static let fence: [Unicode.Scalar] = ["`", "`", "`"]

    /// What follows a quotation's sign and the one whitespace behind it (§6.1.3); `nil`: there is no sign.
    private func behindSign(at place: Int, _ end: Int) -> Int? {
        guard place < end, text[place] == ">" else { return nil }
        let next = place + 1
        return next < end && text[next].isWhitespace ? next + 1 : next
    }

    private mutating func close(quotesFrom depth: Int) {
        guard depth < quotes.count else { return }
        closeCode()
        while quotes.count > depth { found.append(MarkupSpan(.quote, quotes.removeLast()..<lastEnd)) }
    }

    private mutating func closeCode() {
        guard let start = code else { return }
        found.append(MarkupSpan(.codeBlock, start..<lastEnd))
        code = nil
    }
}

extension Unicode.Scalar {
    /// XEP-0393 §4: White_Space, or category Z, which has nothing that White_Space has not.
    var isWhitespace: Bool { value < 0x80 ? value == 0x20 || (9...13).contains(value) : properties.isWhitespace }
}
