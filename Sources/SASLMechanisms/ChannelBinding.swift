/// A kind of channel binding that we can give, weakest first.
///
/// `tls-unique` (RFC 5929 §3) is left out on purpose: TLS 1.3 does not define it, and TLS 1.2 has it broken unless the
/// extended master secret is used. Its name counts as one of those that a server may announce and we cannot give.
public enum ChannelBindingType: String, CaseIterable, Comparable, Hashable, Sendable {
    /// A hash of the server's certificate (RFC 5929 §4).
    case tlsServerEndPoint = "tls-server-end-point"
    /// Keying material of this very connection (RFC 9266).
    case tlsExporter = "tls-exporter"

    /// What servers before RFC 9266 mean when they do not say which type they take.
    public static let unsupportedName = "tls-unique"

    public static func < (left: ChannelBindingType, right: ChannelBindingType) -> Bool {
        left == .tlsServerEndPoint && right == .tlsExporter
    }
}

/// The binding of one connection: a type and its data.
public struct ChannelBinding: Hashable, Sendable {
    public let type: ChannelBindingType
    /// As TLS gives it: 32 octets of exporter (RFC 9266 §4.2), or the hash of the certificate.
    public let data: [UInt8]

    /// `nil` when there is no data or more than 1,024 octets: such a binding binds nothing.
    public init?(type: ChannelBindingType, data: [UInt8]) {
        guard (1...1_024).contains(data.count) else { return nil }
        self.type = type
        self.data = data
    }
}
