/// A formatted part of a body, in whatever form it came: Message Markup, XHTML-IM or styling signs.
public struct MarkupSpan: Hashable, Sendable {
    public enum Kind: Hashable, Sendable, CaseIterable {
        case emphasis, strong, deleted, code, codeBlock, quote, list, orderedList, item, link
    }

    public var kind: Kind
    /// Code points of the body, from 0 (XEP-0426 §2); never empty.
    public var range: Range<Int>
    /// Where a link leads; `nil` for anything else.
    public var link: String?
    /// What a block of code is written in; `nil`: not said.
    public var language: String?

    public init(_ kind: Kind, _ range: Range<Int>, link: String? = nil, language: String? = nil) {
        self.kind = kind
        self.range = range
        self.link = link
        self.language = language
    }

    /// Most spans of one body; what comes behind them is left out.
    static let mostOfOneBody = 256
    /// Longest name of a code block's language, in bytes; a longer one is as good as none.
    static let languageBytes = 64
}

extension MarkupSpan.Kind {
    /// Whether it is part of a line rather than lines of its own (XEP-0394 §4.1).
    var isInline: Bool {
        switch self {
        case .emphasis, .strong, .deleted, .code, .link: true
        case .codeBlock, .quote, .list, .orderedList, .item: false
        }
    }
}

extension [MarkupSpan] {
    /// In the order of their beginnings, what holds others before them; equal ones as they were.
    func inOrder() -> [MarkupSpan] {
        enumerated().sorted { one, other in
            let (a, b) = (one.element.range, other.element.range)
            if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
            return a.upperBound == b.upperBound ? one.offset < other.offset : a.upperBound > b.upperBound
        }.map(\.element)
    }
}
