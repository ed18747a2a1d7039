public import XMLStreams

extension Namespace {
    /// Message Processing Hints (XEP-0334 §9).
    public static let hints: Namespace = "urn:xmpp:hints"
}

/// What its sender wants done with a message on the way, and not done (XEP-0334 §4); hints, and no more than that.
public struct Hints: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Not to be kept in archives.
    public static let noPermanentStore = Hints(rawValue: 1)
    /// Not to be kept at all, not even until the recipient is there.
    public static let noStore = Hints(rawValue: 2)
    /// Not to be copied to other devices; only in messages to full addresses (§4.3).
    public static let noCopy = Hints(rawValue: 4)
    /// To be kept, though it may not look so.
    public static let store = Hints(rawValue: 8)

    private static let words: [(hint: Hints, word: String)] = [
        (.noPermanentStore, "no-permanent-store"), (.noStore, "no-store"), (.noCopy, "no-copy"), (.store, "store"),
    ]

    /// One hint; empty: another element.
    public init(_ element: XMLStreams.Element) {
        let hit = element.name.namespace == .hints ? Self.words.first { $0.word == element.name.local } : nil
        self = hit?.hint ?? []
    }

    public init(in payloads: [XMLStreams.Element]) {
        self = payloads.reduce(into: []) { $0.formUnion(Hints($1)) }
    }

    /// One element for each hint.
    public var elements: [XMLStreams.Element] {
        Self.words.filter { contains($0.hint) }.map { XMLStreams.Element($0.word, .hints) }
    }
}
