import FrontendKit

/// How texts in several languages stand in lines.
enum LanguageLines {
    /// The lines of each text; with more than one, or with a tag, each first line says its language.
    static func lines(_ texts: [LanguageText]) -> [String] {
        texts.flatMap { text in
            var lines = text.text.printableLines
            if !text.language.isEmpty { lines[0] = "[\(text.language.printable)] " + lines[0] }
            return lines
        }
    }

    /// All on one line.
    static func line(_ texts: [LanguageText]) -> String {
        texts.map { $0.language.isEmpty ? $0.text.printable : "[\($0.language.printable)] " + $0.text.printable }
            .joined(separator: " ")
    }
}
