public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

extension Namespace {
    /// Moderated Message Retraction (XEP-0425 §8.1).
    public static let moderation: Namespace = "urn:xmpp:message-moderate:1"
}

/// That a moderator had a message retracted, and why (XEP-0425 §3.1).
public struct Moderation: Hashable, Sendable {
    /// Longest reason that is kept, in bytes.
    public static let reasonLimit = 4096

    /// Who it was, as the room says; `nil`: not said (§4).
    public var by: JID?
    /// The moderator's id in the room (XEP-0421); `nil`: not said.
    public var occupantID: String?
    /// For people; `nil`: not said, or too long to be one.
    public var reason: String?

    public init(by: JID? = nil, occupantID: String? = nil, reason: String? = nil) {
        self.by = by
        self.occupantID = occupantID
        self.reason = reason
    }

    /// Reads it out of a retraction or a tombstone; `nil`: there is none in it.
    init?(in element: Element) {
        guard let moderated = element.child("moderated", .moderation) else { return nil }
        by = moderated[attribute: "by"].flatMap(JID.init(xmlText:))
        occupantID = moderated.child("occupant-id", .occupantIDs).flatMap(OccupantID.id)
        reason = element.child("reason", .retractions)?.text
        if let text = reason, text.isEmpty || text.utf8.count > Self.reasonLimit { reason = nil }
    }

    /// Adds it to a retraction or a tombstone.
    func write(into element: inout Element) {
        var moderated = Element("moderated", .moderation, ["by": by?.description])
        if let occupantID { moderated.children.append(.element(OccupantID.element(occupantID))) }
        element.children.append(.element(moderated))
        if let reason { element.children.append(.element(Element("reason", .retractions, text: reason))) }
    }
}
