public import XMLStreams

/// A stanza of one of the three kinds (RFC 6120 §8.2).
public enum Stanza: Hashable, Sendable {
    case message(Message)
    case presence(Presence)
    case iq(IQ)

    public init(_ element: Element) throws(StanzaProblem) {
        switch element.name.local {
        case "message": self = .message(try Message(element))
        case "presence": self = .presence(try Presence(element))
        case "iq": self = .iq(try IQ(element))
        default: throw .unknownStanza
        }
    }

    public var element: Element {
        switch self {
        case .message(let message): message.element
        case .presence(let presence): presence.element
        case .iq(let iq): iq.element
        }
    }
}
