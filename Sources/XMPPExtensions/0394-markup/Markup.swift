public import XMLStreams

extension Namespace {
    /// Message Markup (XEP-0394 §11).
    public static let markup: Namespace = "urn:xmpp:markup:0"
}

/// Formatting beside the text (XEP-0394).
///
/// A piece that breaks a rule is left out, the others stay: out of the body, empty, malformed, of a kind that is not
/// known (§5), or overlapping what came before it (§5).
public enum Markup {
    /// The formatting in one `markup` element of a body of so many code points, in the order of the beginnings.
    public static func spans(in element: Element, length: Int) -> [MarkupSpan] {
        guard element.has("markup", .markup) else { return [] }
        var accepted = AcceptedMarkup()
        for case .element(let piece) in element.children where piece.name.namespace == .markup {
            guard accepted.spans.count < MarkupSpan.mostOfOneBody else { break }
            guard let range = range(of: piece, within: length) else { continue }
            switch piece.name.local {
            case "span": accepted.add(inline: inlineKinds(of: piece), range)
            case "bcode": accepted.add(block: MarkupSpan(.codeBlock, range, language: language(of: piece)))
            case "bquote": accepted.add(block: MarkupSpan(.quote, range))
            case "list": accepted.add(list: list(piece, range), items: items(of: piece, range))
            default: break
            }
        }
        return accepted.spans.inOrder()
    }

    /// `nil` unless both ends are there, in the body, and something between them.
    private static func range(of piece: Element, within length: Int) -> Range<Int>? {
        guard let start = place("start", of: piece), let end = place("end", of: piece) else { return nil }
        return start < end && end <= length ? start..<end : nil
    }

    private static func place(_ name: String, of piece: Element) -> Int? {
        piece[attribute: name].flatMap { UInt32($0, radix: 10) }.map { Int($0) }
    }

    private static func inlineKinds(of piece: Element) -> [MarkupSpan.Kind] {
        var kinds: [MarkupSpan.Kind] = []
        for case .element(let child) in piece.children where child.name.namespace == .markup {
            guard let kind = inlineKind(child.name.local), !kinds.contains(kind) else { continue }
            kinds.append(kind)
        }
        return kinds
    }

    private static func inlineKind(_ name: String) -> MarkupSpan.Kind? {
        switch name {
        case "emphasis": .emphasis
        case "strong": .strong
        case "code": .code
        case "deleted": .deleted
        default: nil
        }
    }

    private static func language(of piece: Element) -> String? {
        piece[attribute: "language"].flatMap { (1...MarkupSpan.languageBytes).contains($0.utf8.count) ? $0 : nil }
    }

    private static func list(_ piece: Element, _ range: Range<Int>) -> MarkupSpan {
        let isOrdered = ["true", "1"].contains(piece[attribute: "ordered"])
        return MarkupSpan(isOrdered ? .orderedList : .list, range)
    }

    /// §4.3: the first item begins where the list does; each goes on to the next or to the end.  `nil` otherwise.
    private static func items(of piece: Element, _ range: Range<Int>) -> [MarkupSpan]? {
        var starts: [Int] = []
        for case .element(let child) in piece.children where child.has("li", .markup) {
            guard let start = place("start", of: child), start < range.upperBound else { return nil }
            guard starts.last.map({ $0 < start }) ?? (start == range.lowerBound) else { return nil }
            starts.append(start)
        }
        guard !starts.isEmpty, starts.count < MarkupSpan.mostOfOneBody else { return nil }
        let ends = starts.dropFirst() + [range.upperBound]
        return zip(starts, ends).map { MarkupSpan(.item, $0..<$1) }
    }
}

/// What was accepted so far, and what may still join it (XEP-0394 §5).
private struct AcceptedMarkup {
    private(set) var spans: [MarkupSpan] = []

    /// Spans must not overlap with each other, nor with the boundaries of a block.
    mutating func add(inline kinds: [MarkupSpan.Kind], _ range: Range<Int>) {
        let isFree = spans.allSatisfy { other in
            if other.kind.isInline { return !other.range.overlaps(range) }
            return !other.range.overlaps(range) || other.range.holds(range)
        }
        guard isFree else { return }
        spans += kinds.map { MarkupSpan($0, range) }
    }

    mutating func add(block: MarkupSpan) {
        guard isFree(block.range) else { return }
        spans.append(block)
    }

    mutating func add(list: MarkupSpan, items: [MarkupSpan]?) {
        guard let items, ([list] + items).allSatisfy({ isFree($0.range) }) else { return }
        guard spans.count + items.count < MarkupSpan.mostOfOneBody else { return }
        spans.append(list)
        spans += items
    }

    /// Blocks must not overlap with each other's boundaries, but may hold each other and spans.
    private func isFree(_ range: Range<Int>) -> Bool {
        spans.allSatisfy { other in
            !other.range.overlaps(range) || range.holds(other.range)
                || (!other.kind.isInline && other.range.holds(range))
        }
    }
}

extension Range<Int> {
    fileprivate func holds(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
