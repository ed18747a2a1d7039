public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// User Nickname (XEP-0172 §9.1).
    public static let nickname: Namespace = "http://jabber.org/protocol/nick"
}

/// The name somebody gives themselves (XEP-0172 §3); never proof of who they are (§7).
public struct Nickname: Hashable, Sendable, MessagePayload, PresencePayload {
    public var text: String

    public init(_ text: String) { self.text = text }

    public static let codec = Codec(Name("nick", .nickname), { Nickname($0) }, .text(\.text))
}
