import Domain
import XMLStreams
import XMPPExtensions

extension TextSpan {
    init(_ span: MarkupSpan) {
        self.init(Kind(span.kind), span.range, link: span.link, language: span.language)
    }
}

extension TextSpan.Kind {
    init(_ kind: MarkupSpan.Kind) {
        switch kind {
        case .emphasis: self = .emphasis
        case .strong: self = .strong
        case .deleted: self = .deleted
        case .code: self = .code
        case .codeBlock: self = .codeBlock
        case .quote: self = .quote
        case .list: self = .list
        case .orderedList: self = .orderedList
        case .item: self = .item
        case .link: self = .link
        }
    }
}

extension MarkupSpan {
    init(_ span: TextSpan) {
        self.init(Kind(span.kind), span.range, link: span.link, language: span.language)
    }
}

extension MarkupSpan.Kind {
    init(_ kind: TextSpan.Kind) {
        switch kind {
        case .emphasis: self = .emphasis
        case .strong: self = .strong
        case .deleted: self = .deleted
        case .code: self = .code
        case .codeBlock: self = .codeBlock
        case .quote: self = .quote
        case .list: self = .list
        case .orderedList: self = .orderedList
        case .item: self = .item
        case .link: self = .link
        }
    }
}

extension Element {
    /// The tag of its own language, in lower case; empty where it has none.
    var language: String { (self[Name("lang", .xml)] ?? "").lowercased() }
}
