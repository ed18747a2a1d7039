import FrontendKit

/// How texts in several languages stand in lines.
enum LanguageLines {
    /// The lines of each text; where there is more than one, each first line says its language.  Of one alone it says
    /// little: most programs declare what their user's screen is in.
    /// - Parameter matches: what is emphasised in the first text: Unicode scalars.
    static func lines(_ texts: [LanguageText], emphasising matches: [Range<Int>] = []) -> [String] {
        texts.enumerated().flatMap { place, text in
            var lines = text.text.printableLines(emphasising: place == 0 ? matches : [])
            if texts.count > 1, !text.language.isEmpty { lines[0] = "[\(text.language.printable)] " + lines[0] }
            return lines
        }
    }

    /// All on one line.
    static func line(_ texts: [LanguageText]) -> String {
        texts.map { text in
            let isNamed = texts.count > 1 && !text.language.isEmpty
            return (isNamed ? "[\(text.language.printable)] " : "") + text.text.printable
        }
        .joined(separator: " ")
    }
}
