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
        .styling,  // XEP-0393 §5
        .spoiler,  // XEP-0382 §2
        .outOfBandLinks,  // XEP-0066 §4
        .references,  // XEP-0372 §2
        .mentions,  // XEP-0513 §2
        .encryptionTag,  // XEP-0380 §3.3
        .ephemeral,  // XEP-0466 §3.1
    ]

    func join(_ plan: inout SessionPlan) {}
}
