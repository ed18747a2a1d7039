import XMLStreams

extension Namespace {
    /// Result Set Management (XEP-0059 §5).
    static let resultSets: Namespace = "http://jabber.org/protocol/rsm"
}

/// Which part of a long list is wanted (XEP-0059 §2).
public enum ResultPage: Hashable, Sendable {
    /// What follows an item; `nil`: from the start.
    case after(String?)
    /// What precedes an item, the part next to it; `nil`: the end of the list.
    case before(String?)

    /// - Parameter max: at most so many items.
    func element(max: Int) -> Element {
        let place: [Element] =
            switch self {
            case .after(let id?): [Element("after", .resultSets, text: id)]
            case .after(nil): []
            case .before(let id): [Element("before", .resultSets, text: id ?? "")]
            }
        return Element(
            "set", .resultSets, children: [Element("max", .resultSets, text: String(max))] + place)
    }
}

/// Which part of a long list came (XEP-0059 §2.1).
struct ResultSet {
    /// Longest id that is kept, in bytes.
    static let limit = 1024

    /// `nil` in an empty part.
    var first: String?
    var last: String?

    init(_ element: Element?) {
        first = element?.child("first", .resultSets).flatMap { Self.id($0.text) }
        last = element?.child("last", .resultSets).flatMap { Self.id($0.text) }
    }

    static func id(_ text: String) -> String? { (1...limit).contains(text.utf8.count) ? text : nil }
}
