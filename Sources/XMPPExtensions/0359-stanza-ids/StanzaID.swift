public import XMLStreams
public import XMPPAddresses

/// The id that an archive gave a message (XEP-0359 §3.1).
public enum StanzaID {
    /// The id by one archive; `nil` where there is none, more than one, or an overlong one.
    ///
    /// What others claim is nobody's word: only the archive's own address counts, and only when it is known to strike out
    /// forgeries (§5), which the caller finds out by its features.
    public static func id(in payloads: [Element], by archive: BareJID) -> String? {
        var found: String?
        for payload in payloads where payload.has("stanza-id", .stanzaIDs) {
            guard let by = payload[attribute: "by"], let jid = try? BareJID(by), jid == archive else { continue }
            guard found == nil, let id = payload[attribute: "id"], (1...OriginID.limit).contains(id.utf8.count) else {
                return nil
            }
            found = id
        }
        return found
    }
}
