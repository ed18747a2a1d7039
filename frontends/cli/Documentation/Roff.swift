/// Writes roff for man(7).
struct Roff {
    private var lines: [String] = []

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Undated, so that the same sources make the same page.
    mutating func title(_ name: String, version: String) {
        lines.append(".TH \(name.uppercased()) 1 \"\" \"\(version)\" \"Saluton\"")
    }

    mutating func section(_ name: String) { lines.append(".SH \(name)") }

    mutating func subsection(_ name: String) { lines.append(".SS \(Self.escaped(name))") }

    /// The first word bold.
    mutating func synopsis(_ words: [String]) {
        guard let first = words.first else { return }
        lines.append(".HP")
        lines.append("\\fB\(Self.escaped(first))\\fR " + words.dropFirst().map(Self.escaped).joined(separator: " "))
    }

    mutating func line(_ text: String) { lines.append(Self.escaped(text)) }

    /// Paragraphs; lines that begin with spaces are shown as they are.
    mutating func text(_ text: String) {
        lines.append(".PP")
        var isVerbatim = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let wantsVerbatim = line.hasPrefix("  ")
            if wantsVerbatim != isVerbatim {
                lines.append(wantsVerbatim ? ".nf" : ".fi")
                isVerbatim = wantsVerbatim
            }
            lines.append(line.isEmpty ? ".PP" : Self.escaped(String(line)))
        }
        if isVerbatim { lines.append(".fi") }
    }

    mutating func item(_ heading: String, _ text: String) {
        lines.append(".TP")
        lines.append("\\fB\(Self.escaped(heading))\\fR")
        lines.append(Self.escaped(text))
    }

    /// Text that no line of which is a request.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\n": result += " "
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }
}
