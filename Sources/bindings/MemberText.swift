/// The comment before a member: what it is, its arguments, its source and since when it is there.
struct MemberText {
    let summary: String
    /// In the order of the comment.
    let arguments: [(name: String, text: String)]
    let source: String?
    let since: String?

    static let none = MemberText(summary: "", arguments: [], source: nil, since: nil)

    private init(summary: String, arguments: [(String, String)], source: String?, since: String?) {
        self.summary = summary
        self.arguments = arguments
        self.source = source
        self.since = since
    }

    /// Reads `Name: text  @argument: text  Source: text  Since: text`.
    init(comment: String, name: String, place: String) throws(BindingsError) {
        let words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.first == name + ":" else {
            throw BindingsError("\(place): its comment must begin with “\(name): ”")
        }
        let sections = Self.sections(words.dropFirst())
        func text(_ key: String) -> String? {
            sections.first { $0.keys.contains(key) }.map { $0.words.joined(separator: " ") }
        }
        let summary = text("") ?? ""
        guard !summary.isEmpty else { throw BindingsError("\(place): its comment says nothing") }
        self.init(
            summary: summary,
            arguments: sections.flatMap { section in
                section.keys.filter { $0.hasPrefix("@") }.map {
                    (String($0.dropFirst()), section.words.joined(separator: " "))
                }
            }, source: text("Source"), since: text("Since"))
    }

    /// Cuts the words at `@name:`, `@one, @other:`, `Source:` and `Since:`; the first section has an empty key.
    private static func sections(_ words: ArraySlice<String>) -> [(keys: [String], words: [String])] {
        var sections: [(keys: [String], words: [String])] = [([""], [])]
        var waiting: [String] = []
        for word in words {
            if word.hasPrefix("@"), word.hasSuffix(",") {
                waiting.append(word)
            } else if word.hasPrefix("@") && word.hasSuffix(":") || word == "Source:" || word == "Since:" {
                sections.append(((waiting + [word]).map { String($0.dropLast()) }, []))
                waiting = []
            } else {
                sections[sections.count - 1].words += waiting + [word]
                waiting = []
            }
        }
        return sections
    }

    /// The text on one argument.
    func text(on argument: String) -> String? { arguments.first { $0.name == argument }?.text }
}
