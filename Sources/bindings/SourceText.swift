/// Lines of source that know their indentation.
struct SourceText {
    private(set) var lines: [String] = []
    private var level = 0
    static let width = 120

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func line(_ text: String = "") {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: level) + text)
    }

    /// A line that opens a block, its content, and the line that closes it.
    mutating func block(_ opening: String, closing: String = "}", _ body: (inout SourceText) -> Void) {
        line(opening)
        level += 1
        body(&self)
        level -= 1
        line(closing)
    }

    /// A function head that may be too long for a line.
    mutating func head(_ start: String, _ parameters: [String], _ end: String) {
        let whole = start + "(" + parameters.joined(separator: ", ") + ")" + end
        guard level * 4 + whole.count > Self.width else { return line(whole) }
        line(start + "(")
        level += 1
        for text in Self.wrap(parameters.joined(separator: ", "), to: Self.width - level * 4) { line(text) }
        level -= 1
        line(")" + end)
    }

    /// A documentation comment; an empty text gives none.
    mutating func comment(_ text: String, indent: String = "") {
        for line in Self.wrap(text, to: 112 - level * 4 - indent.count) { self.line("/// " + indent + line) }
    }

    mutating func verbatim(_ text: String) {
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    static func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        if !current.isEmpty { lines.append(current) }
        return lines
    }
}
