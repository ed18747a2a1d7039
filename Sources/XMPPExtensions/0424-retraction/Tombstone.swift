public import XMLStreams
public import XMPPStanzas

/// What an archive leaves of a message that was retracted (XEP-0424 §4, XEP-0425 §4).
public struct Tombstone: Hashable, Sendable {
    /// The `id` of the stanza that retracted it; `nil`: not said, as after a moderation.
    public var id: String?
    /// When that was; `nil`: not said.
    public var stamp: XMPPDateTime?
    /// `nil`: the author took it back.
    public var moderation: Moderation?

    public init(id: String? = nil, stamp: XMPPDateTime? = nil, moderation: Moderation? = nil) {
        self.id = id
        self.stamp = stamp
        self.moderation = moderation
    }

    /// `nil`: another element.
    public init?(_ element: Element) {
        guard element.has("retracted", .retractions) else { return nil }
        id = element.messageID
        stamp = element[attribute: "stamp"].flatMap(XMPPDateTime.init(xmlText:))
        moderation = Moderation(in: element)
    }

    public var element: Element {
        var element = Element("retracted", .retractions, ["stamp": stamp?.xmlText, "id": id])
        moderation?.write(into: &element)
        return element
    }
}
