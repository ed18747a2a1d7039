extension Element {
    /// What `canonical` does with text of nothing but whitespace beside child elements.
    public enum Spacing: Hashable, Sendable {
        case kept
        /// Left out, as pretty-printed examples need.
        case dropped
    }

    /// The same text for elements that mean the same, whatever their prefixes and order of attributes; for comparing.
    public var canonical: String { canonical(.kept) }

    /// As `canonical`, with a choice about whitespace between elements.
    public func canonical(_ spacing: Spacing) -> String {
        var text = ""
        append(to: &text, outer: nil, spacing)
        return text
    }

    private func append(to text: inout String, outer: Namespace?, _ spacing: Spacing) {
        text += "<\(name.local)"
        if name.namespace != outer { text += " xmlns=\"\(Self.escaped(name.namespace?.rawValue ?? ""))\"" }
        let sorted = attributes.map { (Self.clark($0.name), $0.value) }.sorted { $0 < $1 }
        for (key, value) in sorted { text += " \(key)=\"\(Self.escaped(value))\"" }
        text += ">"
        let hasElements = children.contains { if case .element = $0 { true } else { false } }
        for child in children {
            switch child {
            case .element(let element): element.append(to: &text, outer: name.namespace, spacing)
            case .text(let part):
                let isSpace = part.utf8.allSatisfy(TreeBuilder.isWhitespace)
                if !(spacing == .dropped && hasElements && isSpace) { text += Self.escaped(part) }
            }
        }
        text += "</>"
    }

    private static func clark(_ name: Name) -> String {
        name.namespace.map { "{\($0.rawValue)}\(name.local)" } ?? name.local
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        XMLEscaping.append(text, .attribute, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
