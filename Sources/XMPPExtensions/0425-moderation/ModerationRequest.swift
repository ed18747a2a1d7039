import XMLStreams
public import XMPPStanzas

/// What a moderator asks of a room: to retract somebody's message (XEP-0425 §3).
public struct ModerationRequest: Hashable, Sendable, IQSet {
    /// The id that the room gave the message.
    public var id: String
    /// Why, for people; `nil`: not said.
    public var reason: String?

    public init(of id: String, reason: String? = nil) {
        self.id = id
        self.reason = reason
    }

    public static let codec = Codec(
        Name("moderate", .moderation), { ModerationRequest(of: $0, reason: $2) },
        .attribute("id", \.id), FieldCodec.retract, .childText("reason", \.reason))
}

extension FieldCodec where Whole == ModerationRequest, Field == Void {
    /// What is to be done: nothing but a retraction is defined.
    fileprivate static var retract: FieldCodec {
        FieldCodec { element throws(CodecError) in
            guard element.child("retract", .retractions) != nil else { throw .missingChild("retract") }
        } write: { _, element in
            element.children.append(.element(Element("retract", .retractions)))
        }
    }
}
