public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

/// What a session does with what it receives: the sum of its extensions.
public struct SessionPlan: Sendable {
    public typealias Handler<Stanza: Sendable> = @Sendable (Incoming<Stanza>) async -> Verdict<Stanza>
    public typealias RequestHandler = @Sendable (IncomingRequest) -> Answer

    /// What happens when somebody says what they may not say.
    public enum Otherwise: Sendable {
        /// The payload is struck out; the rest of the stanza goes on.
        case strike(Refusal)
        /// The whole stanza ends here.
        case refuse(Refusal)
    }

    public let account: BareJID
    /// All features of the extensions joined, sorted, each once.
    public private(set) var features: [Namespace] = []
    /// Children that each of our available presences carries (XEP-0115 §6.1).
    public private(set) var presencePayloads: [Element] = []
    /// Names under which our own information can be asked for (XEP-0115 §6.2).
    public private(set) var ownNodes: Set<String> = []

    var messages = StageTable<Message>()
    var presences = StageTable<Presence>()
    var requests: [RequestKey: RequestRule] = [:]
    private var completions: [@Sendable (inout SessionPlan) -> Void] = []

    struct RequestKey: Hashable {
        let type: RequestType
        let payload: Name
    }

    struct RequestRule {
        let accepting: Authority.Kinds
        let otherwise: Refusal
        let answer: RequestHandler
    }

    /// Joins the extensions in their order; each one that another needs must be among them.
    public init(account: BareJID, extensions: [any XMPPExtension] = []) {
        self.account = account
        let joined = Set(extensions.map { ObjectIdentifier(type(of: $0)) })
        for one in extensions {
            for need in type(of: one).needs {
                precondition(joined.contains(ObjectIdentifier(need)), "\(type(of: one)) needs \(need)")
            }
            features += type(of: one).features
            one.join(&self)
        }
        features = Set(features).sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }
        for complete in completions.reversed() { complete(&self) }
        completions = []
    }

    /// Runs when all extensions have joined, so that `features` is complete; those who joined first come last, so that
    /// what others need of them is known.
    public mutating func whenComplete(_ action: @escaping @Sendable (inout SessionPlan) -> Void) {
        completions.append(action)
    }

    /// Adds a child to each of our available presences.
    public mutating func addToPresence(_ payload: Element) { presencePayloads.append(payload) }

    /// Adds a name under which our own information can be asked for.
    public mutating func addOwnNode(_ node: String) { ownNodes.insert(node) }
}
