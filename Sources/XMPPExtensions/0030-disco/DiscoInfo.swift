public import XMLStreams

extension Namespace {
    /// What somebody is and can do (XEP-0030 §12.1).
    public static let discoInfo: Namespace = "http://jabber.org/protocol/disco#info"
    /// What belongs to somebody (XEP-0030 §12.1).
    public static let discoItems: Namespace = "http://jabber.org/protocol/disco#items"
}

/// What an entity is and can do (XEP-0030 §3.1), in the order given.
public struct DiscoInfo: Hashable, Sendable {
    /// The node asked about; `nil`: the entity itself.
    public var node: String?
    public var identities: [DiscoIdentity]
    /// Namespaces as the other side wrote them.
    public var features: [String]
    /// Further information (XEP-0128).
    public var forms: [DiscoForm]
    /// Whether there was anything else, which hashes of capabilities do not allow (XEP-0390 §4.1).
    let hasMore: Bool
    /// The language that identities have only because the answer as a whole is in it; `nil`: none.
    var around: String?

    public init(node: String? = nil, identities: [DiscoIdentity], features: [String], forms: [DiscoForm] = []) {
        self.node = node
        self.identities = identities
        self.features = features
        self.forms = forms
        hasMore = false
    }

    /// Reads a `query`; `nil` for another element, when an identity or feature lacks what it must have, or when there is
    /// more than we keep: 2,000 entries, 4,096 bytes for each text.
    public init?(_ element: Element) {
        guard element.has("query", .discoInfo) else { return nil }
        var budget = DiscoBudget()
        node = element[attribute: "node"]
        guard budget.take([node]) else { return nil }
        around = element[Name("lang", .xml)]
        identities = []
        features = []
        forms = []
        var hasMore = false
        for case .element(let child) in element.children {
            switch (child.name.namespace, child.name.local) {
            case (Namespace.discoInfo?, "identity"):
                guard let identity = DiscoIdentity(child, around: around),
                    budget.take([identity.category, identity.type, identity.language, identity.name])
                else { return nil }
                identities.append(identity)
            case (Namespace.discoInfo?, "feature"):
                guard let feature = child[attribute: "var"], budget.take([feature]) else { return nil }
                features.append(feature)
            case (Namespace.dataForms?, "x"):
                guard let form = DiscoForm(child, &budget) else { return nil }
                forms.append(form)
            default: hasMore = true
            }
        }
        self.hasMore = hasMore
    }

    public var element: Element {
        Element(
            "query", .discoInfo, ["node": node],
            children: identities.map(\.element) + features.map { Element("feature", .discoInfo, ["var": $0]) }
                + forms.map(\.element))
    }

    /// Whether this feature is announced; compared byte for byte.
    public func has(_ feature: Namespace) -> Bool {
        features.contains { $0.utf8.elementsEqual(feature.rawValue.utf8) }
    }

    /// The same information about the entity itself.
    public var withoutNode: DiscoInfo {
        var info = self
        info.node = nil
        return info
    }

    /// The same information with the languages that its identities have themselves.
    var withoutLanguageAround: DiscoInfo {
        var info = self
        for index in identities.indices where identities[index].language == around {
            info.identities[index].language = nil
        }
        return info
    }
}
