/// The spans of one line (XEP-0393 §6.2).
struct StylingLine {
    let text: [Unicode.Scalar]
    let range: Range<Int>

    /// What is inside of a span, or of the whole line.
    private struct Level {
        /// Where the closing sign stands, or the line ends.
        var end: Int
        /// Signs that have no end further on in it, so that nobody looks twice.
        var endless: [Unicode.Scalar] = []
    }

    /// Adds the spans, each before those in it.
    ///
    /// Spans nest no deeper than there are kinds: the nearest end counts, so that no kind holds itself.
    func read(into found: inout [MarkupSpan]) {
        var levels = [Level(end: range.upperBound)]
        var place = range.lowerBound
        var opened: Int?
        while found.count < MarkupSpan.mostOfOneBody {
            if place >= levels[levels.count - 1].end {
                guard levels.count > 1 else { return }
                levels.removeLast()
                place += 1
                continue
            }
            guard let kind = Self.kind(text[place]), opens(place, behindOther: opened == place - 1) else {
                place += 1
                continue
            }
            switch end(of: place, in: &levels[levels.count - 1]) {
            case nil: place += 1
            // §6.2: with nothing between them neither sign counts.
            case place + 1: place += 2
            case let end?:
                found.append(MarkupSpan(kind, place..<end + 1))
                if kind == .code {
                    place = end + 1
                } else {
                    levels.append(Level(end: end))
                    opened = place
                    place += 1
                }
            }
        }
    }

    private static func kind(_ sign: Unicode.Scalar) -> MarkupSpan.Kind? {
        switch sign {
        case "_": .emphasis
        case "*": .strong
        case "~": .deleted
        case "`": .code
        default: nil
        }
    }

    /// §6.2: at the beginning of the block, behind whitespace, or behind another opening sign; not before whitespace.
    private func opens(_ place: Int, behindOther isBehindOther: Bool) -> Bool {
        guard place + 1 < range.upperBound, !text[place + 1].isWhitespace else { return false }
        return place == range.lowerBound || isBehindOther || text[place - 1].isWhitespace
    }

    /// The nearest sign of the same kind that is not behind whitespace; `nil`: none in the level.
    private func end(of place: Int, in level: inout Level) -> Int? {
        let sign = text[place]
        guard !level.endless.contains(sign) else { return nil }
        var next = place + 1
        while next < level.end {
            if text[next] == sign, !text[next - 1].isWhitespace { return next }
            next += 1
        }
        level.endless.append(sign)
        return nil
    }
}
