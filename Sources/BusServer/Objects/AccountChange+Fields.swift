import Backend
import BusAPI
import DBusWire
import Digests
import Domain

extension AccountChange {
    private static let keys = [
        "host", "port", "tls", "authority-file", "proxy", "resource", "nick", "mechanism", "certificate", "password",
        "password-command", "enabled", "receipts", "markers", "chat-states", "attention",
    ]

    /// Reads the settings of `AddAccount` and `Set`; unknown keys and wrong types fail.
    init(_ fields: Fields) throws(BusError) {
        self.init()
        try fields.refuseUnknown(allowed: Self.keys)
        host = try Self.text(fields, "host")
        if let number = try fields.get("port", as: UInt16.self) { port = number == 0 ? .remove : .set(number) }
        if let text = try fields.get("tls", as: String.self) {
            guard let preference = text.isEmpty ? .automatic : TLSPreference(rawValue: text) else {
                throw BusError.invalidArguments.because("tls is automatic, direct or starttls")
            }
            tls = preference
        }
        authorityFile = try Self.text(fields, "authority-file")
        proxy = try Self.text(fields, "proxy")
        resource = try Self.text(fields, "resource")
        nickname = try Self.text(fields, "nick")
        isEnabled = try fields.get("enabled", as: Bool.self)
        sendsReceipts = try fields.get("receipts", as: Bool.self)
        sendsMarkers = try fields.get("markers", as: Bool.self)
        sendsChatStates = try fields.get("chat-states", as: Bool.self)
        takesAttention = try fields.get("attention", as: Bool.self)
        login = try Self.login(fields)
        if let text = try fields.get("password", as: String.self) {
            guard login == nil || login == .password else {
                throw BusError.invalidArguments.because("a password is for an account that logs in with it alone")
            }
            password = Secret(utf8: text)
            login = .password
        }
    }

    private static func text(_ fields: Fields, _ key: String) throws(BusError) -> Setting<String>? {
        guard let text = try fields.get(key, as: String.self) else { return nil }
        return text.isEmpty ? .remove : .set(text)
    }

    private static func login(_ fields: Fields) throws(BusError) -> AccountLogin? {
        let command = try fields.get("password-command", as: String.self)
        let certificate = try fields.get("certificate", as: String.self)
        let mechanism = try fields.get("mechanism", as: String.self)
        guard [command, certificate].compactMap({ $0 }).count <= 1 else {
            throw BusError.invalidArguments.because("take one of password-command and certificate")
        }
        let extra = mechanism == "external" ? command : mechanism == nil ? nil : certificate
        guard extra == nil, mechanism != "anonymous" || command == nil else {
            throw BusError.invalidArguments.because("this mechanism does not take that source of a proof")
        }
        switch mechanism {
        case nil:
            if let command { return command.isEmpty ? .password : .command(command) }
            if let certificate { return certificate.isEmpty ? .password : .external(certificate) }
            return nil
        case "password": return command.flatMap { $0.isEmpty ? nil : .command($0) } ?? .password
        case "anonymous": return .anonymous
        case "external":
            guard let certificate, !certificate.isEmpty else {
                throw BusError.invalidArguments.because("mechanism external needs certificate, a PEM file with its key")
            }
            return .external(certificate)
        default: throw BusError.invalidArguments.because("mechanism is password, anonymous or external")
        }
    }
}
