public import Domain
import XMLStreams
import XMPPExtensions

/// What stands before an answer for programs that do not know answers (XEP-0461 §3.1, XEP-0393 §5.1.3).
///
/// It belongs to the text, on the wire as in the store, and a fallback says where it ends (XEP-0428 §2.2).
struct Quotation {
    /// Lines and code points of the quoted text at most.
    static let lines = 6
    static let length = 500

    /// Ends with a newline.
    let text: String

    /// - Parameter author: who is quoted, where that is not plain; `nil`: it is.
    init(of quoted: String, by author: String? = nil) {
        let bounded = String(String.UnicodeScalarView(quoted.unicodeScalars.prefix(Self.length)))
        var lines = bounded.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }
        let isCut = bounded.utf8.count < quoted.utf8.count || lines.count > Self.lines
        lines = Array(lines.prefix(Self.lines))
        if isCut { lines.append("> …\n") }
        if let author { lines.insert("> \(author):\n", at: 0) }
        text = lines.joined()
    }

    /// The one that stands before a text already; `nil`: none does.
    init?(before text: String, _ details: EntryDetails?) {
        let known = details?.fallbacks.first { $0.namespace == Namespace.replies.rawValue && $0.range?.lowerBound == 0 }
        guard let range = known?.range, range.count <= text.unicodeScalars.count else { return nil }
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(range.count)))
    }

    /// How many code points later everything stands behind it.
    var shift: Int { text.unicodeScalars.count }

    func before(_ texts: LanguageMap) -> LanguageMap {
        LanguageMap(texts.items.map { LanguageMap.Item(language: $0.language, text: text + $0.text) })
    }

    var fallback: EntryDetails.Fallback {
        .quotation(shift)
    }
}

extension EntryDetails.Fallback {
    /// So many code points at the head of the first text repeat what it answers.
    public static func quotation(_ length: Int) -> Self {
        Self(namespace: Namespace.replies.rawValue, range: 0..<max(length, 0))
    }
}

extension EntryContent {
    /// How many code points at the head of the first text repeat what it answers; `nil`: none do.
    public var quotedLength: Int? {
        guard details?.reply != nil, let text = texts.first?.text else { return nil }
        return Quotation(before: text, details)?.shift
    }
}

extension EntryDetails {
    /// The same for texts with something before them.
    func shifted(by shift: Int) -> EntryDetails {
        var details = self
        for index in details.mentions.indices {
            details.mentions[index].range = details.mentions[index].range.map { $0.shifted(by: shift) }
        }
        for index in details.spans.indices {
            details.spans[index].range = details.spans[index].range.shifted(by: shift)
        }
        return details
    }

    /// Whether all positions are inside of a text.
    func fits(_ text: String) -> Bool {
        let length = text.unicodeScalars.count
        let ranges = mentions.compactMap(\.range) + spans.map(\.range)
        return ranges.allSatisfy { $0.upperBound <= length && $0.lowerBound >= 0 }
    }
}

extension Range<Int> {
    fileprivate func shifted(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}
