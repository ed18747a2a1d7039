import XMLStreams
import XMPPSessions

/// Announces the payloads of messages that are understood here and need nothing else from a session.
struct MessageFeatures: XMPPExtension {
    static let features: [Namespace] = [
        .receipts,  // XEP-0184 §6
        .markers,  // XEP-0333 §3
        .chatStates,  // XEP-0085 §4
        .corrections,  // XEP-0308 §2
        .retractions,  // XEP-0424 §2
        .reactions,  // XEP-0444 §2.1
        .replies,  // XEP-0461 §2
        .fallbacks,  // XEP-0428 §2.1
    ]

    func join(_ plan: inout SessionPlan) {}
}
