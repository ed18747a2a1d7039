/// How the user wants the connection to be secured from the start.
public enum TLSPreference: String, Hashable, Sendable, CaseIterable {
    /// What DNS announces, direct TLS preferred.
    case automatic
    /// TLS before the first byte of XMPP.
    case direct
    /// `<starttls/>` first.
    case starttls
}
