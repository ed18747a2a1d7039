/// Writes introspection data in one form: two spaces a level, no comments.
enum IntrospectionText {
    /// Attributes in the order in which people write them.
    private static let order = ["name", "type", "direction", "access", "value"]

    static func interface(_ node: XMLNode) -> String { lines(node, level: 1).joined(separator: "\n") }

    private static func lines(_ node: XMLNode, level: Int) -> [String] {
        guard case .element(let name, let attributes, let children, _) = node else { return [] }
        let indent = String(repeating: "  ", count: level)
        let text = order.compactMap { key in attributes[key].map { " \(key)=\"\(escaped($0))\"" } }.joined()
        let inner = children.flatMap { lines($0, level: level + 1) }
        if inner.isEmpty { return ["\(indent)<\(name)\(text)/>"] }
        return ["\(indent)<\(name)\(text)>"] + inner + ["\(indent)</\(name)>"]
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
