public import XMPPAddresses

/// Who is speaking, decided once for each stanza before any extension sees it.
///
/// Taken from the stream's account, the stanza's `from`, the roster and the rooms joined; never from payloads.
public enum Authority: Hashable, Sendable {
    /// The account itself: no `from`, or its bare JID (RFC 6120 §8.1.2.1).
    case ownAccount
    /// The domain of the account.
    case ownServer
    /// Another resource of the account, or this one.
    case ownDevice(FullJID)
    /// A room this account has joined, or an occupant of it.
    case room(JID)
    /// Somebody in the roster with a subscription in either direction, or asked for.
    case contact(JID)
    /// Anybody else.
    case stranger(JID)

    /// Kinds of authority, for declaring who may say something.
    public struct Kinds: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let ownAccount = Kinds(rawValue: 1)
        public static let ownServer = Kinds(rawValue: 2)
        public static let ownDevice = Kinds(rawValue: 4)
        public static let room = Kinds(rawValue: 8)
        public static let contact = Kinds(rawValue: 16)
        public static let stranger = Kinds(rawValue: 32)
        public static let anybody: Kinds = [.ownAccount, .ownServer, .ownDevice, .room, .contact, .stranger]
    }

    public var kind: Kinds {
        switch self {
        case .ownAccount: .ownAccount
        case .ownServer: .ownServer
        case .ownDevice: .ownDevice
        case .room: .room
        case .contact: .contact
        case .stranger: .stranger
        }
    }
}
