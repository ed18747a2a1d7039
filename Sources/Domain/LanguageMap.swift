/// One text in several languages, in the order in which they were given.
///
/// The key is a language tag (RFC 5646) in the sender's spelling; `""` stands for an undeclared language.  A language
/// occurs once; the first one given stays.
public struct LanguageMap: Hashable, Sendable {
    /// A text and its language.
    public struct Item: Hashable, Sendable {
        public let language: String
        public let text: String

        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    public private(set) var items: [Item]

    /// No text at all.
    public init() {
        items = []
    }

    public init(_ text: String, language: String = "") {
        items = [Item(language: language, text: text)]
    }

    public init(_ items: [Item]) {
        self.items = []
        self.items.reserveCapacity(items.count)
        for item in items { add(item.text, language: item.language) }
    }

    public var isEmpty: Bool { items.isEmpty }

    /// The first text, which every frontend can show when none of the user's languages is there; `nil`: no text.
    public var first: Item? { items.first }

    /// The text in exactly this language.
    public subscript(language: String) -> String? {
        items.first { $0.language == language }?.text
    }

    /// Adds a text unless the language has one already.
    public mutating func add(_ text: String, language: String) {
        guard !items.contains(where: { $0.language == language }) else { return }
        items.append(Item(language: language, text: text))
    }
}
