public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Entity Time (XEP-0202 §8.1).
    public static let entityTime: Namespace = "urn:xmpp:time"
}

/// What somebody's clock says (XEP-0202 §2).
public struct EntityTime: Hashable, Sendable, IQResult {
    public var utc: XMPPDateTime
    /// Seconds east of UTC, of whole minutes.
    public var offset: Int

    public init(utc: XMPPDateTime, offset: Int) {
        self.utc = utc
        self.offset = offset
    }

    public static let codec = Codec(
        Name("time", .entityTime), { EntityTime(utc: $1, offset: $0.seconds) },
        .childText("tzo", \.zone), .childText("utc", \.utc))

    private var zone: Zone { Zone(seconds: offset) }

    /// A time zone as XEP-0082 §3.4 writes it, "-06:00" or "Z".
    private struct Zone: TextCodable {
        let seconds: Int

        init(seconds: Int) { self.seconds = seconds }

        init?(xmlText: String) {
            guard let seconds = XMPPDateTime.offset(xmlText) else { return nil }
            self.seconds = seconds
        }

        var xmlText: String { XMPPDateTime.text(ofOffset: seconds) }
    }
}
