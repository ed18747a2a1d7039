import DBusWire

extension SettingOptions {
    /// The settings as Account1.Settings names them.
    /// - Parameter path: makes a path absolute, since the daemon works elsewhere.
    func fields(readingFrom path: (String) -> String) -> [Value.Field] {
        var fields: [Value.Field] = []
        func add(_ name: String, _ text: String?) {
            if let text { fields.append(Value.Field(name, .string(text))) }
        }
        add("host", host)
        if let port { fields.append(Value.Field("port", .uint16(port))) }
        add("tls", tls?.rawValue)
        add("authority-file", ca.map(path))
        add("proxy", proxy)
        add("proxy-user", proxyUser)
        add("resource", resource)
        add("nick", nick)
        return fields
    }
}

extension PasswordOptions {
    /// Whether a password must be read or asked for.
    var needsPassword: Bool { passwordStdin || (passwordCommand == nil && !anonymous && certificate == nil) }

    /// How to log in, as Account1.Settings names it; the password itself is not among them.
    /// - Parameter path: makes a path absolute, since the daemon works elsewhere.
    func fields(readingFrom path: (String) -> String) -> [Value.Field] {
        if let passwordCommand { return [Value.Field("password-command", .string(passwordCommand))] }
        if anonymous { return [Value.Field("mechanism", .string("anonymous"))] }
        guard let certificate else { return [] }
        return [Value.Field("mechanism", .string("external")), Value.Field("certificate", .string(path(certificate)))]
    }
}
