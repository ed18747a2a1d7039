/// What a `style` attribute says of the kinds that we know (XEP-0071 §7.6.1); all else in it is left out.
enum XHTMLStyle {
    /// Longest attribute that is looked at, in bytes.
    private static let bytes = 1024
    private static let heavy = ["bold", "bolder", "600", "700", "800", "900"]

    static func kinds(_ style: String?) -> [MarkupSpan.Kind] {
        guard let style, style.utf8.count <= bytes else { return [] }
        var kinds: [MarkupSpan.Kind] = []
        for property in style.lowercased().split(separator: ";") {
            let parts = property.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let words = parts[1].split { $0.isWhitespace || $0 == "," }
            guard let kind = kind(parts[0].filter { !$0.isWhitespace }, words), !kinds.contains(kind) else { continue }
            kinds.append(kind)
        }
        return kinds
    }

    private static func kind(_ property: String, _ words: [Substring]) -> MarkupSpan.Kind? {
        switch property {
        case "font-weight": words.contains { heavy.contains(String($0)) } ? .strong : nil
        case "font-style": words.contains { ["italic", "oblique"].contains($0) } ? .emphasis : nil
        case "font-family": words.contains("monospace") ? .code : nil
        case "text-decoration": words.contains("line-through") ? .deleted : nil
        default: nil
        }
    }
}
