public import XMLStreams

extension Namespace {
    /// Data Forms (XEP-0004 §8.1).
    public static let dataForms: Namespace = "jabber:x:data"
}

/// Further information about an entity, as a data form (XEP-0128 §2).
public struct DiscoForm: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        /// `nil`: no name.
        public var variable: String?
        /// "hidden", "text-single"; `nil`: not said.
        public var type: String?
        public var values: [String]

        public init(_ variable: String?, type: String? = nil, _ values: [String]) {
            self.variable = variable
            self.type = type
            self.values = values
        }
    }

    public var fields: [Field]
    /// Whether it holds a table, which hashes of capabilities do not allow (XEP-0390 §4.1).
    let hasTable: Bool

    /// A form of this kind (XEP-0068 §3.1).
    public init(kind: String, _ fields: [Field]) {
        self.fields = [Field("FORM_TYPE", type: "hidden", [kind])] + fields
        hasTable = false
    }

    /// Reads an `x`.
    public init(_ element: Element) {
        fields = []
        var hasTable = false
        for case .element(let child) in element.children where child.name.namespace == .dataForms {
            switch child.name.local {
            case "field":
                let values = child.children("value", .dataForms).map(\.text)
                fields.append(Field(child[attribute: "var"], type: child[attribute: "type"], values))
            case "reported", "item": hasTable = true
            default: break
            }
        }
        self.hasTable = hasTable
    }

    /// What kind of form it says it is: the values of a hidden `FORM_TYPE`; `nil` when it says nothing (XEP-0068 §3.1).
    public var kinds: [String]? { fields.first { $0.variable == "FORM_TYPE" && $0.type == "hidden" }?.values }

    /// The values of a field; empty when there is none.
    public subscript(variable: String) -> [String] { fields.first { $0.variable == variable }?.values ?? [] }

    public var element: Element {
        let children = fields.map { field in
            Element(
                "field", .dataForms, ["var": field.variable, "type": field.type],
                children: field.values.map { Element("value", .dataForms, text: $0) })
        }
        return Element("x", .dataForms, ["type": "result"], children: children)
    }
}
