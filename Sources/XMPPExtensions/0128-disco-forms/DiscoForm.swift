public import XMLStreams

extension Namespace {
    /// Data Forms (XEP-0004 §8.1).
    public static let dataForms: Namespace = "jabber:x:data"
}

/// Further information about an entity, as far as discovery needs of a data form (XEP-0128 §2, XEP-0068 §3).
public struct DiscoForm: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        /// "" when it has none.
        public var name: String
        /// In the order given.
        public var values: [String]

        public init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The field that says what a form is about (XEP-0068 §3.1).
    static let typeField = "FORM_TYPE"

    /// All fields but those that say what it is about, in the order given.
    public var fields: [Field]
    /// What it says it is about: all values of hidden fields `FORM_TYPE`.
    let types: [String]
    /// Whether it holds a table, which hashes of capabilities do not allow (XEP-0390 §4.1).
    let hasTable: Bool

    /// A form about this (XEP-0068 §3.3).
    public init(type: String, fields: [Field]) {
        self.fields = fields
        types = [type]
        hasTable = false
    }

    /// Reads an `x`; `nil` when it is too large.
    init?(_ element: Element, _ budget: inout DiscoBudget) {
        fields = []
        var types: [String] = []
        var hasTable = false
        for case .element(let child) in element.children where child.name.namespace == .dataForms {
            switch child.name.local {
            case "field":
                let name = child[attribute: "var"] ?? ""
                let values = child.children("value", .dataForms).map(\.text)
                guard budget.take([name]), values.allSatisfy({ budget.take([$0]) }) else { return nil }
                // XEP-0068 §4.3: one that is not hidden says nothing.
                if name == Self.typeField, child[attribute: "type"] == "hidden" {
                    types += values
                } else {
                    fields.append(Field(name, values))
                }
            case "reported", "item": hasTable = true
            default: break
            }
        }
        self.types = types
        self.hasTable = hasTable
    }

    /// What it is about, "urn:xmpp:dataforms:softwareinfo"; `nil` when it does not say, or says different things
    /// (XEP-0068 §4.1, XEP-0115 §5.4 step 3.5).
    public var type: String? {
        guard let type = types.first, types.allSatisfy({ Octets.areEqual($0, type) }) else { return nil }
        return type
    }

    /// The values of a field; empty when there is none.
    public subscript(name: String) -> [String] { fields.first { $0.name == name }?.values ?? [] }

    public var element: Element {
        var children = fields.map { Self.element($0, type: nil) }
        if !types.isEmpty { children.insert(Self.element(Field(Self.typeField, types), type: "hidden"), at: 0) }
        return Element("x", .dataForms, ["type": "result"], children: children)
    }

    private static func element(_ field: Field, type: String?) -> Element {
        Element(
            "field", .dataForms, ["var": field.name, "type": type],
            children: field.values.map { Element("value", .dataForms, text: $0) })
    }
}
