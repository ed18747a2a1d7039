import XMLStreams

/// How a node is to be configured, as far as a publication depends on it (XEP-0060 §7.1.5, §16.4.4).
public struct NodeOptions: Hashable, Sendable {
    /// Who may see the items (§4.5).
    public enum Access: String, Hashable, Sendable {
        case open, presence, whitelist
    }

    public enum LastItem: String, Hashable, Sendable {
        case never
        case onSubscription = "on_sub"
        case onSubscriptionAndPresence = "on_sub_and_presence"
    }

    public var persistsItems: Bool
    /// "max": as many as the service allows; `nil`: as it is.
    public var maxItems: String?
    /// Whom the last item is sent to without their asking; `nil`: as it is.
    public var sendsLastItem: LastItem?
    public var access: Access

    public init(persistsItems: Bool, maxItems: String? = nil, sendsLastItem: LastItem? = nil, access: Access) {
        self.persistsItems = persistsItems
        self.maxItems = maxItems
        self.sendsLastItem = sendsLastItem
        self.access = access
    }

    /// What belongs to the account alone, one item for each thing (XEP-0223 §2, XEP-0402 §3.3, XEP-0490 §4.2).
    public static let privateList = NodeOptions(
        persistsItems: true, maxItems: "max", sendsLastItem: .never, access: .whitelist)

    /// The form, filled in (XEP-0068 §3.3).
    func form(_ type: String) -> Element {
        var fields = [Self.field("FORM_TYPE", type, kind: "hidden")]
        fields.append(Self.field("pubsub#persist_items", persistsItems ? "true" : "false"))
        if let maxItems { fields.append(Self.field("pubsub#max_items", maxItems)) }
        if let sendsLastItem {
            fields.append(Self.field("pubsub#send_last_published_item", sendsLastItem.rawValue))
        }
        fields.append(Self.field("pubsub#access_model", access.rawValue))
        return Element("x", .dataForms, ["type": "submit"], children: fields)
    }

    private static func field(_ name: String, _ value: String, kind: String? = nil) -> Element {
        Element(
            "field", .dataForms, ["var": name, "type": kind], children: [Element("value", .dataForms, text: value)])
    }
}
