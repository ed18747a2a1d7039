/// Names of the bus in Swift's manner.
enum SwiftName {
    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else",
        "enum", "extension", "fallthrough", "false", "for", "func", "guard", "if", "import", "in", "init", "inout",
        "is",
        "let", "nil", "operator", "private", "protocol", "public", "repeat", "return", "self", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// `jid` of `JID`, `boundJID` of `BoundJID`, `replyTo` of `reply-to`.
    static func member(_ name: String) -> String {
        let lower = plain(name)
        return keywords.contains(lower) ? "`\(lower)`" : lower
    }

    /// The same where Swift wants no backticks: before a colon.
    static func label(_ name: String) -> String {
        let lower = plain(name)
        return ["inout", "let", "var"].contains(lower) ? "`\(lower)`" : lower
    }

    /// `setAlias` of `Alias`.
    static func setter(_ name: String) -> String { "set" + upper(name) }

    /// `getAlias` of `Alias`.
    static func getter(_ name: String) -> String { "get" + upper(name) }

    private static func upper(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    private static func plain(_ name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let first = words.first else { return name }
        let capitals = first.prefix { $0.isUppercase }.count
        let lowered = capitals == first.count ? capitals : capitals > 1 ? capitals - 1 : capitals
        return first.prefix(lowered).lowercased() + first.dropFirst(lowered)
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
