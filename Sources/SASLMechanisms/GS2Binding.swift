/// What a SCRAM client says about channel binding (RFC 5802 §6).
public enum GS2Binding: Hashable, Sendable {
    /// `n`: it will not bind.
    case unsupported
    /// `y`: it would have, had the server offered it. The server breaks off if it did offer.
    case notOffered
    /// `p=`: it does.
    case bound(ChannelBinding)

    var flag: String {
        switch self {
        case .unsupported: "n"
        case .notOffered: "y"
        case .bound(let binding): "p=\(binding.type.rawValue)"
        }
    }

    var data: [UInt8] {
        if case .bound(let binding) = self { binding.data } else { [] }
    }
}
