public import XMLStreams
public import XMPPAddresses

/// A value with a form as an element.
public protocol ElementCodable: Sendable {
    static var codec: Codec<Self> { get }
}

extension ElementCodable {
    public init(_ element: Element) throws(CodecError) { self = try Self.codec.decode(element) }

    public var element: Element { Self.codec.encode(self) }
}

/// May stand in a message.
public protocol MessagePayload: ElementCodable {}
/// May stand in a presence.
public protocol PresencePayload: ElementCodable {}
/// May be asked for with an `iq` of type `get`.
public protocol IQGet: ElementCodable {}
/// May be asked for with an `iq` of type `set`.
public protocol IQSet: ElementCodable {}
/// May be the answer in an `iq` of type `result`.
public protocol IQResult: ElementCodable {}

extension Message {
    /// The first payload of this kind; `nil` when there is none.
    public func payload<Payload: MessagePayload>(_ kind: Payload.Type) throws(CodecError) -> Payload? {
        guard let element = payloads.first(where: { $0.name == kind.codec.name }) else { return nil }
        return try kind.codec.decode(element)
    }

    public mutating func add(_ payload: some MessagePayload) { payloads.append(payload.element) }
}

extension Presence {
    /// The first payload of this kind; `nil` when there is none.
    public func payload<Payload: PresencePayload>(_ kind: Payload.Type) throws(CodecError) -> Payload? {
        guard let element = payloads.first(where: { $0.name == kind.codec.name }) else { return nil }
        return try kind.codec.decode(element)
    }

    public mutating func add(_ payload: some PresencePayload) { payloads.append(payload.element) }
}

extension IQ {
    public init(get payload: some IQGet, id: String, to: JID? = nil) {
        self.init(.get(payload.element), id: id, to: to)
    }

    public init(set payload: some IQSet, id: String, to: JID? = nil) {
        self.init(.set(payload.element), id: id, to: to)
    }

    /// What a result carries; throws when it is another element, or none.
    public func result<Payload: IQResult>(_ kind: Payload.Type) throws(CodecError) -> Payload {
        guard case .result(let payload?) = content else { throw .missingChild(kind.codec.name.local) }
        return try kind.codec.decode(payload)
    }
}
