extension XMPPURI {
    /// The action of a link and its parameters: "message;body=Hello".
    public struct Query: Hashable, Sendable {
        public struct Parameter: Hashable, Sendable {
            public let name: String
            public let value: String

            public init(_ name: String, _ value: String) {
                self.name = name
                self.value = value
            }
        }

        /// The query type, as in "join"; empty when the link has parameters only.
        public let action: String
        /// In the order of the link; names may repeat. A password is never among them.
        public let parameters: [Parameter]

        /// Drops every parameter called "password": a link is public, and nobody should log in by one.
        public init(_ action: String, _ parameters: [Parameter] = []) {
            self.action = action
            self.parameters = parameters.filter { $0.name.lowercased() != "password" }
        }

        /// Whether the action is registered (XEP-0147 §7). RFC 5122 §2.5: any other MUST be ignored, and the link be
        /// taken as its address alone.
        public var isKnown: Bool { Self.registered.contains(action) }

        /// The first value of that name.
        public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

        private static let registered: Set<String> = [
            "command", "disco", "invite", "join", "message", "pubsub", "recvfile", "register", "remove", "roster",
            "sendfile", "subscribe", "unregister", "unsubscribe", "vcard",
        ]
    }
}
