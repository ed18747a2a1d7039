internal import XMLStreams
internal import XMPPSessions
internal import XMPPStanzas

/// Streams that end.
extension StreamProblem {
    static let closedByServer = StreamProblem(code: "connection-closed", sentence: "The server closed the connection.")
    static let cancelled = StreamProblem(code: "cancelled", sentence: "The attempt was given up.")
    static let abandoned = StreamProblem(code: "abandoned", sentence: "The connection was dropped on our side.")
    static let stalled = StreamProblem(
        code: "login-stalled", sentence: "The server stopped answering in the middle of the login.")
    static let closedHere = StreamProblem(code: "stream-over", sentence: "The stream has ended.")
    static let notReading = StreamProblem(
        code: "server-not-reading", sentence: "The server does not take what is sent to it.")

    static func lost(_ reason: String) -> StreamProblem {
        StreamProblem(code: "connection-lost", sentence: "The connection broke.").with(detail: reason)
    }

    /// The server sent what no stream may contain.
    static func refusedXML(_ error: XMLStreamError) -> StreamProblem {
        StreamProblem(
            code: "xml-\(error.condition.rawValue)", sentence: "The server sent XML that must be refused.",
            section: error.condition == .restrictedXML ? "RFC 6120 §11.1" : "RFC 6120 §4.9", endsSession: true
        ).with(detail: error.reason)
    }

    /// `<stream:error/>` from the server (RFC 6120 §4.9.3).
    static func streamError(_ element: Element) -> StreamProblem {
        let condition =
            element.elements.lazy.filter { $0.name.namespace == .streamConditions }
            .compactMap { StreamCondition(rawValue: $0.name.local) }.first ?? .undefinedCondition
        return StreamProblem(
            code: "stream-error-\(condition.rawValue)", sentence: sentence(condition), action: action(condition),
            remedy: remedy(condition), section: "RFC 6120 §4.9.3")
    }

    private static func sentence(_ condition: StreamCondition) -> String {
        switch condition {
        case .conflict: "Another program took over this account's resource."
        case .connectionTimeout: "The server had not heard from us for too long."
        case .hostGone, .hostUnknown: "The server does not serve the account's domain."
        case .notAuthorized: "The server says that we are not logged in."
        case .policyViolation: "The server ended the stream because a rule of its own was broken."
        case .resourceConstraint: "The server lacks the resources to go on."
        case .reset: "The server wants the stream to be opened anew."
        case .systemShutdown: "The server is shutting down."
        default: "The server ended the stream with an error."
        }
    }

    private static func action(_ condition: StreamCondition) -> String? {
        switch condition {
        case .conflict: "Connect again when the other program is closed, or set another resource."
        case .hostGone, .hostUnknown: "Check the account's address and server."
        default: nil
        }
    }

    /// Two programs that take each other's resource would do so for ever; and a domain that is not served stays so.
    private static func remedy(_ condition: StreamCondition) -> Remedy {
        switch condition {
        case .conflict, .hostGone, .hostUnknown: .user
        default: .retry
        }
    }
}
