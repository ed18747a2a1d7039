public import XMLStreams

extension Markup {
    /// The element for these parts of a body; `nil` where there is nothing that it could say.  Links have no form here.
    ///
    /// - Parameter language: of the body that is meant (XEP-0394 §8); empty where it has none.
    public static func element(_ spans: [MarkupSpan], language: String = "") -> Element? {
        var element = Element("markup", .markup)
        if !language.isEmpty { element[Name("lang", .xml)] = language }
        for span in spans.prefix(MarkupSpan.mostOfOneBody) {
            if span.kind.isInline {
                element.add(inline: span)
            } else if let block = block(span, among: spans) {
                element.children.append(.element(block))
            }
        }
        return element.children.isEmpty ? nil : element
    }

    private static func block(_ span: MarkupSpan, among spans: [MarkupSpan]) -> Element? {
        switch span.kind {
        case .codeBlock: return piece("bcode", span, ["language": span.language])
        case .quote: return piece("bquote", span)
        case .list, .orderedList:
            var list = piece("list", span, ["ordered": span.kind == .orderedList ? "true" : "false"])
            for item in spans where item.kind == .item && span.range.contains(item.range.lowerBound) {
                list.children.append(.element(Element("li", .markup, ["start": String(item.range.lowerBound)])))
            }
            return list
        case .emphasis, .strong, .deleted, .code, .item, .link: return nil
        }
    }

    fileprivate static func piece(
        _ name: String, _ span: MarkupSpan, _ more: KeyValuePairs<String, String?> = [:]
    ) -> Element {
        var element = Element(
            name, .markup, ["start": String(span.range.lowerBound), "end": String(span.range.upperBound)])
        for case (let name, let value?) in more { element.attributes.append(Attribute(name, value)) }
        return element
    }
}

extension Element {
    /// Kinds of one range share an element: two that overlap would break the rules (XEP-0394 §5).
    fileprivate mutating func add(inline span: MarkupSpan) {
        let name: String? =
            switch span.kind {
            case .emphasis: "emphasis"
            case .strong: "strong"
            case .code: "code"
            case .deleted: "deleted"
            case .codeBlock, .quote, .list, .orderedList, .item, .link: nil
            }
        guard let name else { return }
        let kind = Element(name, .markup)
        let fresh = Markup.piece("span", span)
        if case .element(var last)? = children.last, last.has("span", .markup), last.attributes == fresh.attributes {
            last.children.append(.element(kind))
            children[children.count - 1] = .element(last)
        } else {
            var piece = fresh
            piece.children = [.element(kind)]
            children.append(.element(piece))
        }
    }
}
