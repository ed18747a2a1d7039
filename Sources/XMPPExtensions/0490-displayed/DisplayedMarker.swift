public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

extension Namespace {
    /// Message Displayed Synchronization (XEP-0490 §11): the node, and what its items hold.
    public static let displayedSync: Namespace = "urn:xmpp:mds:displayed:0"
}

/// Up to where the user has read one conversation, on whatever device (XEP-0490 §4.1).
public struct DisplayedMarker: Hashable, Sendable {
    /// Bytes of an archive's id at most.
    static let idBytes = 1_024

    /// The contact or the room; private messages of rooms, whose items have full addresses, are not read.
    public var peer: BareJID
    /// The id of the last message that was displayed, and who gave it: the account or the room.
    public var id: String
    public var by: BareJID

    public init(peer: BareJID, id: String, by: BareJID) {
        self.peer = peer
        self.id = id
        self.by = by
    }

    /// Reads an item; `nil` when it is none of a contact or room, or does not hold exactly one id that the account or
    /// the room gave (§4.1, §4.2).
    public init?(_ item: PubSubItem, account: BareJID) {
        guard let peer = BareJID(xmlText: item.id), let payload = item.payload, payload.has("displayed", .displayedSync)
        else { return nil }
        let ids = payload.children("stanza-id", .stanzaIDs)
        guard ids.count == 1, let id = ids[0][attribute: "id"], (1...Self.idBytes).contains(id.utf8.count),
            let by = ids[0][attribute: "by"].flatMap(BareJID.init(xmlText:)), by == account || by == peer
        else { return nil }
        self.init(peer: peer, id: id, by: by)
    }

    public var item: PubSubItem {
        let stanzaID = Element("stanza-id", .stanzaIDs, ["by": by.description, "id": id])
        return PubSubItem(
            id: peer.description, payload: Element("displayed", .displayedSync, children: [stanzaID]))
    }
}
