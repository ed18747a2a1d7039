import Domain
import JSONText

/// What a program is told of an event.
enum HookInput {
    /// The event as one line of JSON, as `saluton events --json` prints it.
    static func line(_ event: Event) -> String {
        var json = JSONWriter(reserving: event.payload.utf8.count + 128)
        json.object {
            $0.member("number", event.number)
            $0.member("time", event.time.microseconds)
            $0.member("kind", event.kind.description)
            $0.member("account", ifPresent: event.account?.description)
            $0.member("conversation", ifPresent: event.conversation?.description)
            $0.key("event")
            $0.raw(event.payload)
        }
        return json.text + "\n"
    }

    /// What the daemon's own environment gives on, by name.
    private static let passed: Set<String> = [
        "HOME", "USER", "LOGNAME", "SHELL", "PATH", "LANG", "LANGUAGE", "TZ", "TMPDIR", "DISPLAY", "WAYLAND_DISPLAY",
        "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "SALUTON_DOOR",
    ]

    /// The usual variables, and what a shell script wants to know without reading JSON.
    static func environment(
        _ hook: Hook, _ event: Event, _ message: ReceivedMessage?, own: OwnSide?, inherited: [String: String]
    ) -> [String] {
        var variables = inherited.filter { name, _ in
            passed.contains(name) || name.hasPrefix("XDG_") || name.hasPrefix("LC_")
        }
        if variables["PATH"] == nil { variables["PATH"] = "/usr/local/bin:/usr/bin:/bin" }
        variables["SALUTON_HOOK"] = hook.title
        variables["SALUTON_EVENT"] = event.kind.description
        variables["SALUTON_NUMBER"] = String(event.number)
        variables["SALUTON_CONVERSATION"] = event.conversation?.description
        variables["SALUTON_ENTRY"] = event.entry?.description
        if let own {
            variables["SALUTON_ACCOUNT"] = own.jid
            variables["SALUTON_SHOW"] = own.show
            variables["SALUTON_WATCHED"] = own.isWatched ? "yes" : "no"
        }
        if let message {
            variables["SALUTON_PEER"] = message.peer
            variables["SALUTON_CALL"] = message.isCall ? "yes" : "no"
        }
        return variables.map { "\($0)=\($1)" }.sorted()
    }
}
