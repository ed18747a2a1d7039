import XMLStreams

/// The encryptions that XEP-0380 §3.2 lists, by namespace.
enum KnownEncryption: String {
    case otr = "urn:xmpp:otr:0"
    case legacyOpenPGP = "jabber:x:encrypted"
    case openPGP = "urn:xmpp:openpgp:0"
    case legacyOMEMO = "eu.siacs.conversations.axolotl"
    case omemo1 = "urn:xmpp:omemo:1"
    case omemo2 = "urn:xmpp:omemo:2"

    /// The encryption whose ciphertext a payload is; `nil`: it is none.  What only carries a new key has no text.
    init?(ciphertext payload: Element) {
        guard let namespace = payload.name.namespace, let known = KnownEncryption(rawValue: namespace.rawValue) else {
            return nil
        }
        switch known {
        case .legacyOMEMO, .omemo1, .omemo2:
            guard payload.name.local == "encrypted", payload.child("payload", namespace) != nil else { return nil }
        case .openPGP: guard payload.name.local == "openpgp" else { return nil }
        case .legacyOpenPGP: guard payload.name.local == "x" else { return nil }
        case .otr: return nil
        }
        self = known
    }

    /// The encryption for which a payload brings a key, and no text; `nil`: it does not.
    init?(keyOnly payload: Element) {
        guard let namespace = payload.name.namespace, payload.name.local == "encrypted",
            let known = KnownEncryption(rawValue: namespace.rawValue)
        else { return nil }
        switch known {
        case .legacyOMEMO, .omemo1, .omemo2: guard payload.child("payload", namespace) == nil else { return nil }
        case .otr, .legacyOpenPGP, .openPGP: return nil
        }
        self = known
    }

    var word: String {
        switch self {
        case .otr: "otr"
        case .legacyOpenPGP: "openpgp:legacy"
        case .openPGP: "openpgp"
        case .legacyOMEMO: "omemo:0"
        case .omemo1: "omemo:1"
        case .omemo2: "omemo:2"
        }
    }

    /// The name in the table (§3.2).
    var label: String {
        switch self {
        case .otr: "OTR"
        case .legacyOpenPGP: "Legacy OpenPGP"
        case .openPGP: "OpenPGP for XMPP"
        case .legacyOMEMO: "OMEMO"
        case .omemo1: "OMEMO 1"
        case .omemo2: "OMEMO 2"
        }
    }
}
