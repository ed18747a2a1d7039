public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Explicit Message Encryption (XEP-0380 §8.1).
    public static let encryptionTag: Namespace = "urn:xmpp:eme:0"
}

/// Which encryption a message comes with, told in the clear (XEP-0380).
///
/// Nobody vouches for it: it explains why a message cannot be read, and proves nothing about one that can.
public struct EncryptionTag: Hashable, Sendable, MessagePayload {
    /// Longest namespace or name, in bytes.
    static let bytes = 256

    public var namespace: String
    /// What its sender calls it; of no account where the namespace is known (§3.2).
    public var name: String?

    public init(namespace: String, name: String? = nil) {
        self.namespace = namespace
        self.name = name
    }

    public static let codec = Codec(
        Name("encryption", .encryptionTag), { EncryptionTag(namespace: $0, name: $1) },
        .attribute("namespace", \.namespace), .attribute("name", \.name))

    /// What a payload tells of the message's encryption: the tag, or a payload that is known to be a ciphertext.
    ///
    /// `nil` for anything else, and for a tag without a namespace of bearable length.
    public init?(in payload: Element) {
        if payload.has("encryption", .encryptionTag) {
            guard let tag = try? Self(payload), (1...Self.bytes).contains(tag.namespace.utf8.count) else { return nil }
            self = tag
            if let text = name, !(1...Self.bytes).contains(text.utf8.count) { name = nil }
        } else {
            guard let known = KnownEncryption(ciphertext: payload) else { return nil }
            self.init(namespace: known.rawValue)
        }
    }

    /// Whether a payload brings a key and no text: there is nothing in it for anybody to read (XEP-0384 §5.5.3).
    public static func isKeyOnly(_ payload: Element) -> Bool { KnownEncryption(keyOnly: payload) != nil }

    /// The lasting word for it in entries: `omemo:2`; where it is not known, its namespace.
    public var word: String { KnownEncryption(rawValue: namespace)?.word ?? namespace }

    /// What to call it before people: `OMEMO 2`; where it is not known, what its sender calls it, or its namespace.
    public var label: String { KnownEncryption(rawValue: namespace)?.label ?? name ?? namespace }
}
