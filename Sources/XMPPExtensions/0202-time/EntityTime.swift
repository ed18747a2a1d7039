public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Entity Time (XEP-0202 §8.1).
    public static let entityTime: Namespace = "urn:xmpp:time"
}

/// What somebody's clock says (XEP-0202 §2).
public struct EntityTime: Hashable, Sendable, IQResult {
    /// µs since 1970, UTC; as the other side sees it.
    public var utc: Int64
    /// Minutes east of UTC, less than a day either way.
    public var offset: Int

    public init(utc: Int64, offset: Int) {
        self.utc = utc
        self.offset = offset
    }

    public static let codec = Codec(
        Name("time", .entityTime), { EntityTime(utc: $1.microseconds, offset: $0.minutes) },
        .childText("tzo", \.zone), .childText("utc", \.moment))

    private var zone: Zone { Zone(minutes: offset) }
    private var moment: XMPPDateTime { XMPPDateTime(microseconds: utc) }

    /// A time zone as XEP-0082 §3.4 writes it, "-06:00" or "Z".
    private struct Zone: TextCodable {
        let minutes: Int

        init(minutes: Int) { self.minutes = minutes }

        init?(xmlText: String) {
            guard let seconds = XMPPDateTime.offset(xmlText) else { return nil }
            minutes = seconds / 60
        }

        var xmlText: String { XMPPDateTime.text(ofOffset: max(-1439, min(1439, minutes)) * 60) }
    }
}
