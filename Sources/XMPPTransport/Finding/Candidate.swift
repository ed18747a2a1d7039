/// A place where the server may be, and what to speak there.
struct Candidate: Hashable, Sendable {
    /// How TLS begins.
    enum TLS: Hashable, Sendable { case direct, starttls }

    /// A host name in ASCII, or an address literal without brackets.
    var host: String
    var port: UInt16
    var tls: TLS
}
