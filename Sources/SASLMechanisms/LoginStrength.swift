/// How strong a SCRAM login is: first by its binding, then by its hash.
///
/// A login bound to the connection with SHA-1 counts above an unbound one with SHA-512: the hash protects the password
/// against guessing, the binding protects the session against whoever holds a false certificate.
public struct LoginStrength: Comparable, Hashable, Sendable {
    /// `nil` is unbound.
    public let binding: ChannelBindingType?
    public let hash: SCRAMHash

    public init(binding: ChannelBindingType?, hash: SCRAMHash) {
        self.binding = binding
        self.hash = hash
    }

    public static func < (left: LoginStrength, right: LoginStrength) -> Bool {
        (rank(left.binding), left.hash) < (rank(right.binding), right.hash)
    }

    static func rank(_ binding: ChannelBindingType?) -> Int {
        switch binding {
        case nil: 0
        case .tlsServerEndPoint: 1
        case .tlsExporter: 2
        }
    }
}
