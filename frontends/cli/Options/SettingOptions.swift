import ArgumentParser

/// How TLS begins.
enum TLSChoice: String, CaseIterable, ExpressibleByArgument {
    case automatic, direct, starttls
}

/// Settings of an account that `add` and `set` share.
struct SettingOptions: ParsableArguments {
    @Option(help: "Connect to this host instead of asking DNS.")
    var host: String?

    @Option(help: "Connect to this port.")
    var port: UInt16?

    @Option(help: "How TLS begins; automatic does what DNS says.")
    var tls: TLSChoice?

    @Option(
        help: ArgumentHelp("Trust these certificate authorities too: a PEM file.", valueName: "file"),
        completion: .file())
    var ca: String?

    @Option(help: ArgumentHelp("Connect through a SOCKS5 proxy: socks5://host:port.", valueName: "url"))
    var proxy: String?

    @Option(help: ArgumentHelp("The user name for the proxy; Tor gives each its own circuit.", valueName: "name"))
    var proxyUser: String?

    @Option(help: "Ask the server for this resource.")
    var resource: String?

    @Option(help: "The name to go by.")
    var nick: String?

    @Flag(inversion: .prefixedNo, help: "Tell contacts that their messages arrived.")
    var receipts: Bool?

    @Flag(inversion: .prefixedNo, help: "Tell contacts up to where they were read.")
    var markers: Bool?

    @Flag(inversion: .prefixedNo, help: "Tell contacts that you are writing.")
    var chatStates: Bool?

    @Flag(inversion: .prefixedNo, help: "Let contacts call for your attention.")
    var attention: Bool?

    func validate() throws {
        if port == 0 { throw ValidationError("A port is 1–65535; to remove the setting: --unset port") }
        for (name, value) in [("host", host), ("ca", ca), ("proxy", proxy), ("resource", resource), ("nick", nick)]
        where value?.isEmpty == true {
            throw ValidationError("--\(name) is empty; to remove the setting: --unset \(name)")
        }
        if let proxy, !proxy.lowercased().hasPrefix("socks5://") {
            throw ValidationError("A proxy is written socks5://host:port.")
        }
    }
}
