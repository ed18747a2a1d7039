import Domain

/// The words of a query, quoted so that nothing in them is syntax for the index.
struct SearchTerms: Equatable {
    /// Words and phrases at most, and code points of each.
    static let bound = 32
    static let lengthBound = 200
    /// A shorter beginning of a word, in ASCII, would fit half of what there is.
    static let prefixLength = 3

    private let terms: [String]

    /// What has neither letter nor digit in it is left out.
    init(_ text: String) {
        var terms: [String] = []
        var isLastOpen = false
        for (index, part) in text.prefix(8_192).split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            let isPhrase = index % 2 == 1
            let words = isPhrase ? [part] : part.split(whereSeparator: \.isWhitespace)
            for word in words {
                guard let term = Self.quoted(word) else { continue }
                terms.append(term)
                isLastOpen = !isPhrase && Self.mayBePrefix(word)
            }
        }
        self.terms = terms.prefix(Self.bound).enumerated().map { index, term in
            isLastOpen && index == terms.count - 1 ? term + "*" : term
        }
    }

    var isEmpty: Bool { terms.isEmpty }

    /// The expression for the index: all words, in one conversation or in all.
    func expression(in conversation: ConversationID?) -> String {
        let words = "{text further} : (\(terms.joined(separator: " AND ")))"
        guard let conversation else { return words }
        return words + " AND place : \"c\(conversation.number)\""
    }

    /// The expression for what is to be marked: any of the words.
    var anyExpression: String { terms.joined(separator: " OR ") }

    private static func quoted(_ word: Substring) -> String? {
        let scalars = word.unicodeScalars.prefix(lengthBound)
        guard scalars.contains(where: isToken) else { return nil }
        // What separates words for the index anyway cannot end the string it stands in.
        return "\"" + String(String.UnicodeScalarView(scalars.map { isToken($0) || isMark($0) ? $0 : " " })) + "\""
    }

    private static func mayBePrefix(_ word: Substring) -> Bool {
        guard let last = word.unicodeScalars.last, isToken(last) else { return false }
        return word.unicodeScalars.count >= prefixLength || word.unicodeScalars.contains { !$0.isASCII }
    }

    /// What the index takes for a part of a word.
    private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
