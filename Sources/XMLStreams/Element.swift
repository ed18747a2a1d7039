/// An attribute of an element.
public struct Attribute: Hashable, Sendable {
    public var name: Name
    public var value: String

    public init(_ name: Name, _ value: String) {
        self.name = name
        self.value = value
    }

    /// An attribute without a namespace.
    public init(_ local: String, _ value: String) {
        self.init(Name(local, nil), value)
    }
}

/// What may stand inside an element: XMPP allows nothing else (RFC 6120 §11.1).
public enum Node: Hashable, Sendable {
    case element(Element)
    case text(String)
}

/// An XML element as a value: name, attributes and content in document order.
///
/// Prefixes and namespace declarations are resolved when it is read and made anew when it is written. Its depth is
/// bounded by `XMLLimits.depth`, so that walking and releasing it needs a bounded stack.
public struct Element: Hashable, Sendable {
    public var name: Name
    public var attributes: [Attribute]
    public var children: [Node]

    public init(_ name: Name, attributes: [Attribute] = [], children: [Node] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// An element with attributes that have no namespace, in the order given; `nil` values are left out.
    public init(
        _ local: String, _ namespace: Namespace?, _ attributes: KeyValuePairs<String, String?> = [:],
        children: [Element] = [], text: String? = nil
    ) {
        name = Name(local, namespace)
        self.attributes = attributes.compactMap { key, value in value.map { Attribute(key, $0) } }
        self.children = children.map(Node.element)
        if let text, !text.isEmpty { self.children.append(.text(text)) }
    }

    /// The value of the attribute of this name that has no namespace; setting `nil` removes it.
    public subscript(attribute local: String) -> String? {
        get { attributes.first { $0.name.namespace == nil && $0.name.local == local }?.value }
        set { self[Name(local, nil)] = newValue }
    }

    /// The value of the attribute of this expanded name; setting `nil` removes it.
    public subscript(name: Name) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let index = attributes.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(name, value))
            case (nil, nil): break
            }
        }
    }

    /// The child elements in document order.
    public var elements: [Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first child element of this name; `nil` when there is none.
    public func child(_ local: String, _ namespace: Namespace?) -> Element? {
        for case .element(let element) in children where element.has(local, namespace) { return element }
        return nil
    }

    /// The child elements of this name in document order.
    public func children(_ local: String, _ namespace: Namespace?) -> [Element] {
        elements.filter { $0.has(local, namespace) }
    }

    /// Whether this is the element's expanded name.
    public func has(_ local: String, _ namespace: Namespace?) -> Bool {
        name.local == local && name.namespace == namespace
    }

    /// The character data directly inside, without that of child elements.
    public var text: String {
        if children.count == 1, case .text(let only) = children[0] { return only }
        return children.reduce(into: "") { if case .text(let part) = $1 { $0 += part } }
    }
}
