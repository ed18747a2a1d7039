public import XMLStreams

extension Namespace {
    /// Anonymous unique occupant identifiers for MUCs (XEP-0421 §7.1).
    public static let occupantIDs: Namespace = "urn:xmpp:occupant-id:0"
}

/// The name a room has for a person, the same under every nickname (XEP-0421 §3).
public enum OccupantID {
    /// `nil`: another element, or one without a usable id.  Counts only when the room wrote it (§5).
    public static func id(_ element: Element) -> String? {
        element.has("occupant-id", .occupantIDs) ? element.messageID : nil
    }

    public static func element(_ id: String) -> Element { Element("occupant-id", .occupantIDs, ["id": id]) }
}
