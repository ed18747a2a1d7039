public import XMPPStanzas

/// Why the backend did not do what it was asked for.
///
/// `name` is the last component of the bus error, word for word (dbus/errors.xml).
public struct BackendError: Error, Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// One sentence: what was attempted, why it failed, what to do.
    public let sentence: String

    public init(name: String, sentence: String) {
        self.name = name
        self.sentence = sentence
    }

    public var description: String { sentence }

    public static func accountExists(_ jid: String) -> BackendError {
        BackendError(name: "AccountExists", sentence: "There is an account \(jid) already.")
    }
    public static func invalidArguments(_ sentence: String) -> BackendError {
        BackendError(name: "InvalidArguments", sentence: sentence)
    }
    public static func invalidAddress(_ sentence: String) -> BackendError {
        BackendError(name: "InvalidAddress", sentence: sentence)
    }
    public static func noSuchAccount(_ name: String) -> BackendError {
        let sentence = name.isEmpty ? "There is no account yet: add one." : "There is no account \(name)."
        return BackendError(name: "NoSuchAccount", sentence: sentence)
    }
    public static func noSuchConsumer(_ name: String) -> BackendError {
        BackendError(name: "NoSuchConsumer", sentence: "There is no consumer \(name): open it first.")
    }
    public static func noSuchContact(_ jid: String) -> BackendError {
        BackendError(name: "NoSuchContact", sentence: "\(jid) is not in the roster.")
    }
    public static func noSuchEntry(_ id: String) -> BackendError {
        BackendError(name: "NoSuchEntry", sentence: "There is no entry \(id) in this conversation.")
    }
    public static func noSuchRequest(_ jid: String) -> BackendError {
        BackendError(name: "NoSuchRequest", sentence: "\(jid) does not wait for an answer.")
    }
    public static func notAllowed(_ sentence: String) -> BackendError {
        BackendError(name: "NotAllowed", sentence: sentence)
    }
    public static func notConnected(_ sentence: String) -> BackendError {
        BackendError(name: "NotConnected", sentence: sentence)
    }
    public static func notSupported(_ sentence: String) -> BackendError {
        BackendError(name: "NotSupported", sentence: sentence)
    }
    public static let timeout = BackendError(name: "Timeout", sentence: "No answer came in time.")
    public static let shuttingDown = BackendError(name: "ShuttingDown", sentence: "The daemon is about to end.")

    /// The other side answered with an error (RFC 6120 §8.3).
    public static func remote(_ error: StanzaError) -> BackendError {
        BackendError(
            name: "RemoteError",
            sentence: "The other side refused: \(error.condition.rawValue), type \(error.advice.rawValue).")
    }

    init(_ error: VaultError) {
        self.init(name: "SecretStorageFailed", sentence: error.sentence)
    }
}
