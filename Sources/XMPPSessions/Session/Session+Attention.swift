public import XMLStreams

/// Whether somebody is looking (XEP-0352 §4.2).
public enum Attention: String, Sendable {
    case active, inactive
}

extension Namespace {
    /// Client State Indication (XEP-0352 §4.1).
    public static let clientState: Namespace = "urn:xmpp:csi:0"
}

extension Session {
    /// Tells the server whether somebody is looking, if it wants to know.
    public func setAttention(_ attention: Attention) {
        guard attention != self.attention else { return }
        self.attention = attention
        if isRunning { tellAttention() }
    }

    func tellAttention() {
        guard serverOffers("csi", .clientState) else { return }
        enqueue(nonza: Element(attention.rawValue, .clientState))
    }
}
