public import DBusWire

/// The numbers of errors (JSON-RPC 2.0 §5.1); programs look at the name in `data` instead.
public enum RPCCode: Int64, Sendable {
    case parse = -32_700
    case invalidRequest = -32_600
    case unknownMethod = -32_601
    case invalidParameters = -32_602
    /// Every error of the API.
    case failed = -32_000

    /// The number for a D-Bus error.
    public init(_ name: ErrorName) {
        switch name {
        case .unknownMethod, .unknownObject, .unknownInterface: self = .unknownMethod
        case .invalidArguments: self = .invalidParameters
        default: self = .failed
        }
    }

    /// The D-Bus error that says the same of a line that is no call.
    public var name: ErrorName {
        switch self {
        case .unknownMethod: .unknownMethod
        case .parse, .invalidRequest, .invalidParameters: .invalidArguments
        case .failed: .failed
        }
    }
}
