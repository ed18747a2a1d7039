import XMLStreams
import XMPPStanzas

/// What one read from the stream led to and waits for its commit.
struct Turn {
    /// Something to do once everything is stored.
    enum Effect {
        case write(Element)
        case answerLater(IncomingRequest, @Sendable () async -> Answer)
        /// A result or an error for a request of ours.
        case resolve(IQ)
    }

    var products: [SessionProduct] = []
    var effects: [Effect] = []
    /// Stanzas counted.
    var count = 0
}
