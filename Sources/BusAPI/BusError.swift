public import DBusWire

/// An error of the API: a name for programs and a sentence for the log.
///
/// The static members are generated from `dbus/errors.xml`.  Two errors are equal when their names are.
public struct BusError: Error, Sendable {
    /// The full name, as `org.saluton.Error.NoSuchAccount`.
    public let busName: ErrorName
    /// What was attempted, on what, and why it failed; no secrets.
    public var message: String

    public init(busName: ErrorName, message: String) {
        self.busName = busName
        self.message = message
    }

    /// The last component for our own errors, `NoSuchAccount`; the full name for others.
    public var name: String {
        let full = busName.rawValue
        return full.hasPrefix(Self.prefix) ? String(full.dropFirst(Self.prefix.count)) : full
    }

    /// One of our own errors by its name, with the message of `errors.xml`; a name that is not there is kept.
    public static func named(_ name: String) -> BusError {
        if let known = all[name] { return known }
        return BusError(busName: ErrorName(rawValue: prefix + name) ?? .failed, message: name)
    }

    /// The same error with another message.
    public func because(_ message: String) -> BusError { BusError(busName: busName, message: message) }

    /// The connection is gone.
    public static let disconnected = BusError(
        busName: "org.freedesktop.DBus.Error.Disconnected", message: "the connection to the daemon is gone")
    /// The daemon gave no answer in time.
    public static let noReply = BusError(
        busName: "org.freedesktop.DBus.Error.NoReply", message: "the daemon gave no answer in time")
    /// The task that waited was cancelled.
    public static let cancelled = BusError(
        busName: "org.freedesktop.DBus.Error.NoReply", message: "nobody waits for the answer any more")

    /// The form in which the error travels.  U+0000 cannot: it becomes U+FFFD.
    public var reply: ErrorReply {
        guard message.utf8.contains(0) else { return ErrorReply(busName, message) }
        let scalars = message.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }
        return ErrorReply(busName, String(String.UnicodeScalarView(scalars)))
    }
}

extension BusError: Equatable {
    public static func == (left: BusError, right: BusError) -> Bool { left.busName == right.busName }
}

extension BusError {
    /// What a failure on the wire means to a client.
    public init(_ error: WireError) {
        switch error {
        case .remote(let reply): self.init(busName: reply.name, message: reply.message)
        case .disconnected: self = .disconnected
        case .timedOut: self = .noReply
        case .cancelled: self = .cancelled
        case .noBus(let reason): self = .disconnected.because(reason)
        case .invalid(let reason): self.init(busName: .invalidArguments, message: reason)
        case .tooLarge, .congested: self.init(busName: .limitsExceeded, message: "\(error)")
        case .outOfMemory: self.init(busName: .failed, message: "no memory is left")
        }
    }
}
