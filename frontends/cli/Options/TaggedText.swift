import ArgumentParser

/// A text with its language, written `de=Guten Tag`.
struct TaggedText: ExpressibleByArgument, Equatable {
    var language: String
    var text: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), LanguageTag.isValid(String(argument[..<sign])) else {
            return nil
        }
        language = String(argument[..<sign])
        text = String(argument[argument.index(after: sign)...])
    }

    init(_ language: String, _ text: String) {
        self.language = language
        self.text = text
    }

    /// Texts by language; the same language twice is a mistake.
    static func map(_ texts: [TaggedText], of what: String) throws(ValidationError) -> [TaggedText] {
        var seen: Set<String> = []
        for text in texts where !seen.insert(text.language.lowercased()).inserted {
            let language = text.language.isEmpty ? "without a language" : "in \(text.language)"
            throw ValidationError("There are two \(what)s \(language).")
        }
        return texts
    }
}

/// A language tag, `de` or `pt-BR` (RFC 5646 §2.1, its shape only).
enum LanguageTag {
    static func isValid(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.allSatisfy({ ($0 | 0x20).isLetter }) else { return false }
        return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isDigit || ($0 | 0x20).isLetter } }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) }
}
