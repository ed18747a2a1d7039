internal import SASLMechanisms

/// What a finished TLS handshake says about the connection.
struct TLSFacts: Sendable, Hashable {
    /// As on the wire: 0x0304 is TLS 1.3.
    var version: UInt16
    /// `TLSv1.3`.
    var versionName: String
    /// `TLS_AES_256_GCM_SHA384`.
    var cipher: String
    /// 32 octets under RFC 9266; `nil` on TLS 1.2 without extended master secret.
    var exporter: [UInt8]?
    /// RFC 5929 §4.1; `nil` where the certificate's signature has no hash.
    var endPoint: [UInt8]?
    /// Whether a client certificate was asked for and shown.
    var showedCertificate = false

    /// The types with data.
    var available: Set<ChannelBindingType> {
        Set(ChannelBindingType.allCases.filter { binding($0) != nil })
    }

    func binding(_ type: ChannelBindingType) -> ChannelBinding? {
        let data: [UInt8]? =
            switch type {
            case .tlsExporter: exporter
            case .tlsServerEndPoint: endPoint
            }
        return data.flatMap { ChannelBinding(type: type, data: $0) }
    }
}
