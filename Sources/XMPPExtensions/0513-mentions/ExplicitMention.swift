public import XMLStreams
public import XMPPAddresses
public import XMPPStanzas

extension Namespace {
    /// Explicit Mentions (XEP-0513 §2).
    public static let mentions: Namespace = "urn:xmpp:mentions:0"
}

/// Somebody, or a group, whom a message calls (XEP-0513 §3).
public struct ExplicitMention: Hashable, Sendable, MessagePayload {
    /// One person; `nil`: not by address.
    public var jid: JID?
    /// One occupant of the room (XEP-0421); `nil`: not by that.
    public var occupantID: String?
    /// The URI of a kind of group; `nil`: one person is meant (§3.1).
    public var group: String?
    /// Which group of that kind; `nil`: the one at hand.
    public var uri: String?
    /// The first code point of the name in the body; a hint.
    public var begin: UInt32?
    /// Behind its last code point.
    public var end: UInt32?
    /// Which language's body the ends are of; `nil`: not said.
    public var language: String?
    /// Only those who are active now are meant (§3.5.1).
    public var isForActive: Bool
    /// Nobody is to be called (§3.5.2).
    public var isSilent: Bool

    /// Longest name of a group, occupant or place, in bytes; longer ones are malformed.
    public static let nameBytes = 1024

    /// Mentions one person.
    public init(_ jid: JID, range: Range<Int>? = nil, language: String? = nil) {
        self.init(jid, nil, nil, nil, nil, nil, language, false, false)
        begin = range.map { UInt32(clamping: $0.lowerBound) }
        end = range.map { UInt32(clamping: $0.upperBound) }
    }

    private init(
        _ jid: JID?, _ occupantID: String?, _ group: String?, _ uri: String?, _ begin: UInt32?, _ end: UInt32?,
        _ language: String?, _ isForActive: Bool, _ isSilent: Bool
    ) {
        self.jid = jid
        self.occupantID = occupantID
        self.group = group
        self.uri = uri
        self.begin = begin
        self.end = end
        self.language = language
        self.isForActive = isForActive
        self.isSilent = isSilent
    }

    public static let codec = Codec(
        Name("mention", .mentions),
        { (jid, occupant, group, uri, begin, end, language, active, silent) throws(CodecError) in
            let mention = ExplicitMention(jid, occupant, group, uri, begin, end, language, active, silent)
            try mention.check()
            return mention
        },
        .attribute("jid", \.jid), .attribute("occupantid", \.occupantID), .attribute("mentions", \.group),
        .attribute("uri", \.uri), .attribute("begin", \.begin), .attribute("end", \.end),
        .attribute("hreflang", \.language), .flag("active", \.isForActive), .flag("noping", \.isSilent))

    /// §3.1, §3.2: a group has `mentions`, one person has not, and is named by occupant id or address.
    private func check() throws(CodecError) {
        guard group != nil || occupantID != nil || jid != nil else { throw .missingAttribute("jid") }
        for name in [occupantID, group, uri, language] {
            guard name.map({ (1...Self.nameBytes).contains($0.utf8.count) }) ?? true else { throw .invalid("mention") }
        }
    }

    /// Where the name stands in a body of so many code points and this language; `nil`: nowhere, or in another one.
    public func range(within length: Int, language tag: String) -> Range<Int>? {
        if let language, !tag.isEmpty, language.lowercased() != tag.lowercased() { return nil }
        return BodyRange.range(begin, end, within: length)
    }

    /// The mentioned room is the one at hand, all of it (§3.2.1.1).
    public var isWholeRoom: Bool { group == "urn:xmpp:mentions:0#channel" && uri == nil }
}
