public import XMLStreams
public import XMPPSessions

/// What a server must be able to do before anything private is given to it.
public enum PrivateStorage {
    /// Whether it keeps data for the account alone: PEP, with options that are compared before anything is published
    /// (XEP-0223 §5, XEP-0402 §8, XEP-0490 §7).
    /// - Parameter account: what the server says of the account.
    public static func isOffered(_ account: DiscoInfo) -> Bool {
        account.identities.contains { $0.category == "pubsub" && $0.type == "pep" } && account.has(.publishOptions)
    }
}

extension Requesting {
    /// Publishes what only the account's own devices may see (XEP-0223 §3).
    public func publishPrivately(_ item: PubSubItem, to node: Namespace) async throws(RequestFailure) {
        try await publish(item, to: node, options: .privateList)
    }
}
