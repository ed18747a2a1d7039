public import XMLStreams

extension Namespace {
    /// Stream Management (XEP-0198 §12.1).
    public static let streamManagement: Namespace = "urn:xmpp:sm:3"
}

/// The elements of Stream Management that pass between two stanzas (XEP-0198 §4).
enum ManagementNonza: Sendable, Equatable {
    /// `<r/>`: how many are handled?
    case request
    /// `<a h=''/>`: that many, modulo 2^32.
    case answer(UInt32)

    /// `nil` for anything else, an answer without a readable `h` included.
    init?(_ element: Element) {
        guard element.name.namespace == .streamManagement else { return nil }
        switch element.name.local {
        case "r": self = .request
        case "a":
            guard let h = element[attribute: "h"].flatMap({ UInt32($0) }) else { return nil }
            self = .answer(h)
        default: return nil
        }
    }

    var element: Element {
        switch self {
        case .request: Element("r", .streamManagement)
        case .answer(let h): Element("a", .streamManagement, ["h": String(h)])
        }
    }
}
