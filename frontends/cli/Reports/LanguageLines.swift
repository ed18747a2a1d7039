import FrontendKit

/// How texts in several languages stand in lines.
enum LanguageLines {
    /// The lines of each text; with more than one, or with a tag, each first line says its language.
    /// - Parameter matches: what is emphasised in the first text: Unicode scalars.
    static func lines(_ texts: [LanguageText], emphasising matches: [Range<Int>] = []) -> [String] {
        texts.enumerated().flatMap { place, text in
            var lines = text.text.printableLines(emphasising: place == 0 ? matches : [])
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
