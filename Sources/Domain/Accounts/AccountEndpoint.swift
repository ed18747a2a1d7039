/// Where an account connects to, as far as the user decided it.
public struct AccountEndpoint: Hashable, Sendable {
    /// Host name or address literal; `nil`: what DNS says about the account's domain.
    public var host: String?
    /// 1–65535; `nil`: the usual one.
    public var port: UInt16?
    public var tls: TLSPreference
    /// Path of a PEM file with further certificate authorities; `nil`: the system's only.
    public var authorityFile: String?
    /// `socks5://[user:password@]host:port`; `nil`: no proxy.
    public var proxy: String?

    public init(
        host: String? = nil, port: UInt16? = nil, tls: TLSPreference = .automatic, authorityFile: String? = nil,
        proxy: String? = nil
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.authorityFile = authorityFile
        self.proxy = proxy
    }
}
