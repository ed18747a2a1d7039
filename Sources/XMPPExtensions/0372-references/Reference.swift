public import XMLStreams
public import XMPPAddresses
public import XMPPStanzas

extension Namespace {
    /// References (XEP-0372 §2).
    public static let references: Namespace = "urn:xmpp:reference:0"
}

/// What a part of a body, or the whole message, refers to (XEP-0372 §3.1).
public struct Reference: Hashable, Sendable, MessagePayload {
    public enum Kind: String, Hashable, Sendable, TextCodable {
        /// Somebody is meant (§3.2).
        case mention
        /// Something that can be fetched (§3.3).
        case data
    }

    public var kind: Kind
    public var uri: String
    /// The first code point of the part; `nil`: no part of the body.
    public var begin: UInt32?
    /// Behind its last code point.
    public var end: UInt32?
    /// An earlier message whose body is meant instead (§3.4); `nil`: this one.
    public var anchor: String?

    public init(_ kind: Kind, uri: String, range: Range<Int>? = nil, anchor: String? = nil) {
        self.kind = kind
        self.uri = uri
        begin = range.map { UInt32(clamping: $0.lowerBound) }
        end = range.map { UInt32(clamping: $0.upperBound) }
        self.anchor = anchor
    }

    private init(_ kind: Kind, _ uri: String, _ begin: UInt32?, _ end: UInt32?, _ anchor: String?) {
        self.init(kind, uri: uri, anchor: anchor)
        self.begin = begin
        self.end = end
    }

    public static let codec = Codec(
        Name("reference", .references), { Reference($0, $1, $2, $3, $4) },
        .attribute("type", \.kind), .attribute("uri", \.uri), .attribute("begin", \.begin), .attribute("end", \.end),
        .attribute("anchor", \.anchor))

    /// Who is mentioned, bare; `nil` unless it is a mention of an `xmpp:` address (§3.2).
    public var mentioned: BareJID? {
        guard kind == .mention, let link = try? XMPPURI(uri), link.query == nil else { return nil }
        return link.address?.bare
    }

    /// The part of a body of so many code points; `nil`: none, or one that is not in it.
    public func range(within length: Int) -> Range<Int>? { BodyRange.range(begin, end, within: length) }
}
