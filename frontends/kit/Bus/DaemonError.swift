internal import DBusWire

/// Why something could not be had from the daemon.
public enum DaemonError: Error, Equatable, Sendable {
    /// There is no way to a daemon.
    case unreachable(Unreachable)
    /// The daemon said no.
    /// - Parameter name: the error's last component, as in dbus/errors.xml.
    /// - Parameter message: for people; may hold remote text.
    case refused(name: String, message: String)
    /// The daemon or the bus went away.
    case gone
    /// No answer came in time.
    case timedOut
    /// The answer was not what the API promises, or the daemon does not know what was asked.
    case unexpected(String)

    /// Why there is no way to a daemon.
    public enum Unreachable: Equatable, Sendable {
        /// No session bus; the reason in libdbus's words.
        case noBus(String)
        /// The bus cannot start it, and no program `salutond` was found.
        case notInstalled
        /// It was started and ended, or did not come up; the reason, if one is known.
        case didNotStart(String)
        /// Somebody else's process owns the name.
        case foreign(user: UInt32)
    }

    static let prefix = "org.saluton.Error."

    init(_ error: WireError) {
        switch error {
        case .noBus(let reason): self = .unreachable(.noBus(reason))
        case .disconnected, .cancelled: self = .gone
        case .timedOut: self = .timedOut
        case .remote(let reply): self.init(reply)
        case .invalid(let what): self = .unexpected(what)
        case .tooLarge: self = .refused(name: "LimitExceeded", message: "the message is too large for the bus")
        case .congested: self = .unexpected("the bus takes no more messages")
        case .outOfMemory: self = .unexpected("no memory is left")
        }
    }

    private init(_ reply: ErrorReply) {
        let name = reply.name.rawValue
        if name.hasPrefix(Self.prefix) {
            self = .refused(name: String(name.dropFirst(Self.prefix.count)), message: reply.message)
            return
        }
        switch name {
        case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner",
            "org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Disconnected":
            self = .gone
        case "org.freedesktop.DBus.Error.AccessDenied": self = .refused(name: "AccessDenied", message: reply.message)
        case "org.freedesktop.DBus.Error.LimitsExceeded":
            self = .refused(name: "LimitExceeded", message: reply.message)
        default: self = .unexpected("\(name): \(reply.message)")
        }
    }
}
