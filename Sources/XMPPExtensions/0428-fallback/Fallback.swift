public import XMLStreams
import XMPPStanzas

extension Namespace {
    /// Fallback Indication (XEP-0428 §2.1).
    public static let fallbacks: Namespace = "urn:xmpp:fallback:0"
}

/// Which parts of a message's text are there only for those who do not know an extension (XEP-0428 §2.2).
public struct Fallback: Hashable, Sendable {
    /// Regions and elements that are read of one message at most; what comes after that is not heard.
    public static let limit = 32

    /// How much of a text it is.
    public enum Extent: Hashable, Sendable {
        case none
        case whole
        /// In Unicode code points from 0 (XEP-0426 §3); in the sender's order, not checked against the text.
        case ranges([Range<Int>])
    }

    /// What the parts stand in for, mostly a namespace; `nil`: not said.
    public var purpose: Namespace?
    public var body: Extent
    public var subject: Extent

    public init(for purpose: Namespace?, body: Extent = .whole, subject: Extent = .none) {
        self.purpose = purpose
        self.body = body
        self.subject = subject
    }

    /// Regions with half of their bounds, or with impossible ones, are left out: what is not understood is shown.
    ///
    /// `nil`: another element.
    public init?(_ element: Element) {
        guard element.has("fallback", .fallbacks) else { return nil }
        let purpose = element[attribute: "for"].flatMap { (1...1024).contains($0.utf8.count) ? $0 : nil }
        self.purpose = purpose.map(Namespace.init(rawValue:))
        body = .none
        subject = .none
        var count = 0
        for case .element(let child) in element.children where child.name.namespace == .fallbacks {
            guard count < Self.limit else { break }
            count += 1
            switch child.name.local {
            case "body": body.add(child)
            case "subject": subject.add(child)
            default: break
            }
        }
        // Without any child all of both is meant.
        if count == 0 { (body, subject) = (.whole, .whole) }
    }

    public var element: Element {
        var element = Element("fallback", .fallbacks, ["for": purpose?.rawValue])
        if body == .whole, subject == .whole { return element }
        subject.write("subject", into: &element)
        body.write("body", into: &element)
        return element
    }
}

extension Fallback.Extent {
    fileprivate mutating func add(_ region: Element) {
        let (start, end) = (region[attribute: "start"], region[attribute: "end"])
        if start == nil, end == nil {
            self = .whole
            return
        }
        guard let from = start.flatMap(UInt32.init(xmlText:)), let to = end.flatMap(UInt32.init(xmlText:)), from < to
        else { return }
        switch self {
        case .whole: break
        case .none: self = .ranges([Int(from)..<Int(to)])
        case .ranges(let known): self = .ranges(known + [Int(from)..<Int(to)])
        }
    }

    fileprivate func write(_ name: String, into element: inout Element) {
        switch self {
        case .none: break
        case .whole: element.children.append(.element(Element(name, .fallbacks)))
        case .ranges(let ranges):
            for range in ranges {
                let child = Element(
                    name, .fallbacks, ["start": String(range.lowerBound), "end": String(range.upperBound)])
                element.children.append(.element(child))
            }
        }
    }
}
