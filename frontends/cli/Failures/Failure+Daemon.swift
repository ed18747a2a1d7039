import BusAPI
import DBusWire
import FrontendKit

extension Failure {
    /// An error of the daemon, or of the way to it.
    init(_ error: BusError) {
        if Self.isGone(error) {
            self.init(
                .noDaemon, name: "DaemonGone", "The daemon does not answer: \(error.message)",
                action: "Call again: that starts the daemon anew, if it has ended.")
        } else if error.busName.rawValue.hasPrefix(BusError.prefix) {
            self.init(
                CommandStatus(busError: error.name), name: error.name, error.message,
                action: Advice.action(for: error.name))
        } else if let name = Self.ours[error.busName.rawValue] {
            self.init(CommandStatus(busError: name), name: name, error.message, action: Advice.action(for: name))
        } else {
            self.init(
                .failed, name: "Unexpected", "The daemon and saluton do not understand each other: \(error.message)",
                action: "Are both of the same version?  saluton debug bus")
        }
    }

    /// Whether the daemon or the bus went away, or hangs.
    static func isGone(_ error: BusError) -> Bool {
        [
            "org.freedesktop.DBus.Error.Disconnected", "org.freedesktop.DBus.Error.NameHasNoOwner",
            "org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.ServiceUnknown",
        ].contains(error.busName.rawValue)
    }

    /// Errors of D-Bus that mean the same as one of ours.
    private static let ours = [
        "org.freedesktop.DBus.Error.AccessDenied": "AccessDenied",
        "org.freedesktop.DBus.Error.InvalidArgs": "InvalidArguments",
        "org.freedesktop.DBus.Error.LimitsExceeded": "LimitExceeded",
    ]

    init(_ error: Unreachable) {
        switch error {
        case .noBus(let reason):
            self.init(
                .noDaemon, name: "NoBus", "There is no session bus: \(reason)",
                action: "Log in to a desktop or a systemd user session, or run: dbus-run-session -- saluton …")
        case .notInstalled:
            self.init(
                .noDaemon, name: "NoDaemon", "The daemon is not running, and no salutond was found to start.",
                action: "Install Saluton (make install), or start salutond yourself.")
        case .didNotStart(let reason):
            self.init(
                .noDaemon, name: "NoDaemon", "The daemon did not start: \(reason)",
                action: "See why by running it yourself: salutond")
        case .foreign(let user):
            self.init(
                .noDaemon, name: "ForeignDaemon",
                "The daemon on this bus belongs to another user (uid \(user)); nothing was sent to it.",
                action: "Use your own session bus: see DBUS_SESSION_BUS_ADDRESS.")
        case .noSocket(let reason):
            self.init(
                .noDaemon, name: "NoSocket", "The daemon's socket cannot be used: \(reason)",
                action: "See XDG_RUNTIME_DIR; SALUTON_DOOR=bus takes the session bus alone.")
        case .busFailed(let reason):
            self.init(
                .noDaemon, name: "BusFailed", "The session bus does not work: \(reason)",
                action: "See DBUS_SESSION_BUS_ADDRESS, or run: dbus-run-session -- saluton …")
        }
    }
}
