import BusAPI
import DBusWire

extension SettingOptions {
    /// The settings as Account1.Settings names them.
    /// - Parameter path: makes a path absolute, since the daemon works elsewhere.
    func fields(readingFrom path: (String) -> String) -> Fields {
        var fields: Fields = [:]
        fields.set("host", host)
        fields.set("port", port)
        fields.set("tls", tls?.rawValue)
        fields.set("authority-file", ca.map(path))
        fields.set("proxy", proxy)
        fields.set("proxy-user", proxyUser)
        fields.set("resource", resource)
        fields.set("nick", nick)
        fields.set("receipts", receipts)
        fields.set("markers", markers)
        fields.set("chat-states", chatStates)
        fields.set("attention", attention)
        return fields
    }
}

extension PasswordOptions {
    /// Whether a password must be read or asked for.
    var needsPassword: Bool { passwordStdin || (passwordCommand == nil && !anonymous && certificate == nil) }

    /// How to log in, as Account1.Settings names it; the password itself is not among them.
    /// - Parameter path: makes a path absolute, since the daemon works elsewhere.
    func fields(readingFrom path: (String) -> String) -> Fields {
        if let passwordCommand { return ["password-command": .string(passwordCommand)] }
        if anonymous { return ["mechanism": .string("anonymous")] }
        guard let certificate else { return [:] }
        return ["mechanism": .string("external"), "certificate": .string(path(certificate))]
    }
}

extension Fields {
    /// Adds or replaces.
    mutating func merge(_ others: Fields) {
        for entry in others.entries { self[entry.name] = entry.value }
    }
}
