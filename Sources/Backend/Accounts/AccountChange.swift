public import Digests
public import Domain

/// Settings of an account that are to change; what is `nil` stays.
public struct AccountChange: Sendable {
    /// A value to set, or none where the setting is to go.
    public enum Setting<Value: Sendable & Equatable>: Sendable, Equatable {
        case set(Value)
        case remove

        public var value: Value? { if case .set(let value) = self { value } else { nil } }
    }

    public var host: Setting<String>?
    public var port: Setting<UInt16>?
    public var tls: TLSPreference?
    public var authorityFile: Setting<String>?
    public var proxy: Setting<String>?
    public var resource: Setting<String>?
    public var nickname: Setting<String>?
    public var login: AccountLogin?
    public var password: Secret?
    public var isEnabled: Bool?
    /// What others are told without being asked each time; see `Manners`.
    public var sendsReceipts: Bool?
    public var sendsMarkers: Bool?
    public var sendsChatStates: Bool?
    public var takesAttention: Bool?

    public init() {}

    /// Changes the account.  Errors: `InvalidArguments` with a sentence that says which setting and why; nothing is
    /// changed then.
    func apply(to account: inout Account) throws(BackendError) {
        var changed = account
        if let host {
            if let text = host.value { try check("host", text, limit: 255) }
            changed.endpoint.host = host.value
        }
        if let port {
            if port.value == 0 { throw .invalidArguments("A port is 1–65535.") }
            changed.endpoint.port = port.value
        }
        if let tls { changed.endpoint.tls = tls }
        if let authorityFile {
            if let path = authorityFile.value { try checkPath("authority-file", path) }
            changed.endpoint.authorityFile = authorityFile.value
        }
        if let proxy {
            if let text = proxy.value { try checkProxy(text) }
            changed.endpoint.proxy = proxy.value
        }
        if let resource {
            if let text = resource.value { try check("resource", text, limit: 1023) }
            changed.resource = resource.value
        }
        if let nickname {
            if let text = nickname.value { try check("nick", text, limit: 1023) }
            changed.nickname = nickname.value
        }
        if let login {
            switch login {
            case .command(let command): try check("password-command", command, limit: 4096)
            case .external(let file): try checkPath("certificate", file)
            case .password, .anonymous: break
            }
            changed.login = login
        }
        if let password, password.count == 0 || password.count > 1023 {
            throw .invalidArguments("A password has 1–1023 bytes.")
        }
        if let isEnabled { changed.isEnabled = isEnabled }
        account = changed
    }

    func apply(to manners: inout Manners) {
        if let sendsReceipts { manners.sendsReceipts = sendsReceipts }
        if let sendsMarkers { manners.sendsMarkers = sendsMarkers }
        if let sendsChatStates { manners.sendsChatStates = sendsChatStates }
        if let takesAttention { manners.takesAttention = takesAttention }
    }

    private func check(_ name: String, _ text: String, limit: Int) throws(BackendError) {
        guard !text.isEmpty, text.utf8.count <= limit, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw .invalidArguments("\(name) is 1–\(limit) bytes without control characters.")
        }
    }

    private func checkPath(_ name: String, _ path: String) throws(BackendError) {
        try check(name, path, limit: 4095)
        guard path.hasPrefix("/") else { throw .invalidArguments("\(name) is a path that begins with /.") }
    }

    private func checkProxy(_ text: String) throws(BackendError) {
        try check("proxy", text, limit: 1023)
        guard text.hasPrefix("socks5://"), text.utf8.count > 9 else {
            throw .invalidArguments("proxy is socks5://host:port, with user:password@ before the host if needed.")
        }
    }

    /// The bus's names of those settings that take effect only with the next connection.
    func needsReconnect(_ old: Account, _ new: Account) -> [String] {
        var names: [String] = []
        if old.endpoint.host != new.endpoint.host { names.append("host") }
        if old.endpoint.port != new.endpoint.port { names.append("port") }
        if old.endpoint.tls != new.endpoint.tls { names.append("tls") }
        if old.endpoint.authorityFile != new.endpoint.authorityFile { names.append("authority-file") }
        if old.endpoint.proxy != new.endpoint.proxy { names.append("proxy") }
        if old.resource != new.resource { names.append("resource") }
        if old.login != new.login { names.append("mechanism") }
        if password != nil { names.append("password") }
        return names
    }
}
