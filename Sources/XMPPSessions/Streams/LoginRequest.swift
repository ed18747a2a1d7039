public import SASLMechanisms
public import XMLStreams
public import XMPPAddresses

/// How the connection to the server is secured from the start.
public enum TLSMode: String, Sendable, Hashable, CaseIterable {
    /// What DNS announces, direct TLS preferred (XEP-0368).
    case automatic
    /// TLS before the first byte of XMPP.
    case direct
    /// `<starttls/>` first; anything but TLS afterwards ends the attempt (RFC 6120 §5).
    case starttls
}

/// Where to connect, when it is not what DNS says.
public struct Endpoint: Sendable, Hashable {
    /// Host name or address literal; `nil`: SRV records of the account's domain.
    public var host: String?
    /// 1–65535; `nil`: 5223 for direct TLS, 5222 otherwise, or what SRV says.
    public var port: UInt16?
    public var tls: TLSMode
    /// A PEM file with further certificate authorities, added to the system's trust store; `nil`: none.
    public var authorityFile: String?
    /// `socks5://[user:password@]host:port`; names are resolved by the proxy.  `nil`: direct connection.
    public var proxy: String?

    public init(
        host: String? = nil, port: UInt16? = nil, tls: TLSMode = .automatic, authorityFile: String? = nil,
        proxy: String? = nil
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.authorityFile = authorityFile
        self.proxy = proxy
    }
}

/// What is needed to resume a broken stream (XEP-0198 §5).
public struct Resumption: Sendable, Hashable {
    /// The server's `id` of the stream: a secret.
    public var id: String
    /// The address the server asked us to come back to; `nil`: as before.
    public var location: String?
    /// Stanzas from the server that are handled and stored, modulo 2^32.
    public var handled: UInt32

    public init(id: String, location: String? = nil, handled: UInt32) {
        self.id = id
        self.location = location
        self.handled = handled
    }
}

/// Everything needed to open a stream for an account.
public struct LoginRequest: Sendable {
    public var account: BareJID
    public var credentials: Credentials
    public var endpoint: Endpoint
    /// The resource to ask for; `nil`: the server chooses.  With Bind 2 it becomes the tag (XEP-0386 §3).
    public var resource: String?
    /// What was used before and must not get weaker.
    public var pin: LoginPin
    /// A FAST token of an earlier login (XEP-0484); `nil`: none.
    public var token: FASTToken?
    /// The stream to resume; `nil`: a new one.
    public var resumption: Resumption?
    /// Stable random id of this installation and account, a UUID (XEP-0388 §2.3).
    public var installation: String
    /// What to switch on together with binding, where the server takes it: `<enable/>` of carbons, `<inactive/>`.
    /// Each is sent only when Bind 2 names its namespace (XEP-0386 §3.2), and reported in `enabledInline`.
    public var inline: [Element]

    public init(
        account: BareJID, credentials: Credentials, endpoint: Endpoint = Endpoint(), resource: String? = nil,
        pin: LoginPin = .none, token: FASTToken? = nil, resumption: Resumption? = nil, installation: String,
        inline: [Element] = []
    ) {
        self.account = account
        self.credentials = credentials
        self.endpoint = endpoint
        self.resource = resource
        self.pin = pin
        self.token = token
        self.resumption = resumption
        self.installation = installation
        self.inline = inline
    }
}

/// A token for quick re-authentication (XEP-0484 §3).
public struct FASTToken: Sendable, Hashable {
    /// `HT-SHA-256-EXPR` and the like.
    public var mechanism: String
    /// The secret itself.
    public var token: String
    /// µs since 1970, UTC.
    public var expiry: Int64
    /// How often it was used, this time included; sent with each use, and growing (XEP-0484 §3.4).  Whoever makes the
    /// request counts and stores it before, so that no number is used twice.
    public var count: UInt32

    public init(mechanism: String, token: String, expiry: Int64, count: UInt32 = 0) {
        self.mechanism = mechanism
        self.token = token
        self.expiry = expiry
        self.count = count
    }
}
