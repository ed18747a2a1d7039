/// One text in several languages, in the order in which they were given (RFC 6121 §5.2.3, §5.2.4, §4.7.2.2).
///
/// The key is a language tag (RFC 5646) in the sender's spelling; `""` stands for an undeclared language. A language
/// occurs once, whatever its case; the first text given stays.
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
    public init() { items = [] }

    public init(_ text: String, language: String = "") { items = [Item(language: language, text: text)] }

    public init(_ items: [Item]) {
        self.items = []
        self.items.reserveCapacity(items.count)
        for item in items { add(item.text, language: item.language) }
    }

    public var isEmpty: Bool { items.isEmpty }

    /// The text given first; `nil`: no text.
    public var first: Item? { items.first }

    /// The text in exactly this language, whatever the tag's case (RFC 5646 §2.1.1).
    public subscript(language: String) -> String? {
        items.first { Self.isSame($0.language, language) }?.text
    }

    /// Adds a text unless the language has one already.
    public mutating func add(_ text: String, language: String) {
        guard items.isEmpty || !items.contains(where: { Self.isSame($0.language, language) }) else { return }
        items.append(Item(language: language, text: text))
    }

    /// The text that suits a reader best: the first of the preferred languages that is there, each shortened from the
    /// right until it is (RFC 4647 §3.4), then the undeclared one, then the first; `nil`: no text.
    public func best(for preferred: [String]) -> Item? {
        for range in preferred {
            var subtags = range.split(separator: "-")[...]
            while !subtags.isEmpty {
                let tag = subtags.joined(separator: "-")
                if let hit = items.first(where: { Self.isSame($0.language, tag) }) { return hit }
                subtags.removeLast()
                // A single letter or digit only introduces what followed it.
                if subtags.last?.utf8.count == 1 { subtags.removeLast() }
            }
        }
        return items.first { $0.language.isEmpty } ?? items.first
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one == other || (one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased())
    }
}
