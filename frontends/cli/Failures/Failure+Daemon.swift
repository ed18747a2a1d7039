import FrontendKit

extension Failure {
    init(_ error: DaemonError) {
        switch error {
        case .refused(let name, let message):
            self.init(ExitStatus(busError: name), name: name, message, action: Advice.action(for: name))
        case .timedOut:
            self.init(.timeout, name: "Timeout", "The daemon gave no answer in time.", action: "Look: saluton debug bus")
        case .gone:
            self.init(
                .noDaemon, name: "DaemonGone", "The daemon or the bus went away.",
                action: "Call again: that starts the daemon anew.")
        case .unexpected(let what):
            self.init(
                .failed, name: "Unexpected", "The daemon and saluton do not understand each other: \(what)",
                action: "Are both of the same version?  saluton debug bus")
        case .unreachable(let why): self.init(why)
        }
    }

    private init(_ error: DaemonError.Unreachable) {
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
        }
    }
}
