/// How a token of XEP-0484 is bound to its connection, best first (draft-schmaus-kitten-sasl-ht-09).
public enum TokenBinding: String, CaseIterable, Hashable, Sendable {
    /// To keying material of the connection (`tls-exporter`).
    case exporter = "EXPR"
    /// To the server's certificate (`tls-server-end-point`).
    case endPoint = "ENDP"
    /// Not at all.
    case none = "NONE"

    /// The channel binding type; `nil` for `none`.
    public var type: ChannelBindingType? {
        switch self {
        case .exporter: .tlsExporter
        case .endPoint: .tlsServerEndPoint
        case .none: nil
        }
    }
}
