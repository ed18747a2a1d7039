import XMLStreams
import XMPPStanzas

/// What a server may not do with its counts (XEP-0198).
enum ManagementFault: Error, Equatable {
    /// It acknowledged more than was sent to it (§6).
    case countTooHigh(h: UInt32, sent: UInt32)
    /// It resumed with less than it had acknowledged (§5).
    case countWentBack(h: UInt32, acknowledged: UInt32)

    var problem: StreamProblem {
        switch self {
        case .countTooHigh(let h, let sent):
            StreamProblem(
                code: "handled-count-too-high", sentence: "The server acknowledged more than was sent to it.",
                section: "XEP-0198 §6", detail: "h=\(h) sent=\(sent)")
        case .countWentBack(let h, let acknowledged):
            StreamProblem(
                code: "handled-count-went-back",
                sentence: "The server resumed with less than it had acknowledged before.",
                section: "XEP-0198 §5", detail: "h=\(h) acknowledged=\(acknowledged)")
        }
    }

    /// The stream error to send before closing (RFC 6120 §4.9.3.21).
    var element: Element {
        guard case .countTooHigh(let h, let sent) = self else { return StreamError(.undefinedCondition).element }
        let count = Element(
            "handled-count-too-high", .streamManagement, ["h": String(h), "send-count": String(sent)])
        return StreamError(.undefinedCondition, application: count).element
    }
}
