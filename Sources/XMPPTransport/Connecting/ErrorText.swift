internal import Glibc
internal import NIOCore

/// Errors of the network in words, for `StreamProblem.detail`.
enum ErrorText {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as IOError: of(error.errnoCode)
        case ChannelError.connectTimeout: "no answer"
        default: String(describing: type(of: error))
        }
    }

    private static func of(_ code: Int32) -> String {
        switch code {
        case ECONNREFUSED: "connection refused"
        case ECONNRESET: "connection reset"
        case ETIMEDOUT: "no answer"
        case EHOSTUNREACH: "host unreachable"
        case ENETUNREACH: "network unreachable"
        case EPIPE: "connection closed"
        default: "error \(code)"
        }
    }
}
