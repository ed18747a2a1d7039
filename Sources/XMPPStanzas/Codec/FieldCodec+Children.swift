public import XMLStreams

extension FieldCodec {
    /// The text of a child that must be there; of the element's own namespace unless another is given.
    public static func childText(
        _ name: String, _ path: Path<Field>, in namespace: Namespace? = nil
    ) -> FieldCodec where Field: TextCodable {
        FieldCodec { element throws(CodecError) in
            guard let child = element.child(name, namespace ?? element.name.namespace) else {
                throw .missingChild(name)
            }
            guard let value = Field(xmlText: child.text) else { throw .malformedText(of: name) }
            return value
        } write: { whole, element in
            let child = Element(name, namespace ?? element.name.namespace, text: whole[keyPath: path].xmlText)
            element.children.append(.element(child))
        }
    }

    /// The text of a child that may be missing: `nil`.
    public static func childText<Value: TextCodable>(
        _ name: String, _ path: Path<Value?>, in namespace: Namespace? = nil
    ) -> FieldCodec where Field == Value? {
        FieldCodec { element throws(CodecError) in
            guard let child = element.child(name, namespace ?? element.name.namespace) else { return nil }
            guard let value = Value(xmlText: child.text) else { throw .malformedText(of: name) }
            return value
        } write: { whole, element in
            guard let value = whole[keyPath: path] else { return }
            element.children.append(
                .element(Element(name, namespace ?? element.name.namespace, text: value.xmlText)))
        }
    }

    /// An empty child that means "yes" by being there.
    public static func flag(_ name: String, _ path: Path<Bool>, in namespace: Namespace? = nil) -> FieldCodec
    where Field == Bool {
        FieldCodec { element throws(CodecError) in
            element.child(name, namespace ?? element.name.namespace) != nil
        } write: { whole, element in
            guard whole[keyPath: path] else { return }
            element.children.append(.element(Element(name, namespace ?? element.name.namespace)))
        }
    }

    /// A child with a codec of its own, that must be there.
    public static func child(_ path: Path<Field>) -> FieldCodec where Field: ElementCodable {
        FieldCodec { element throws(CodecError) in
            let name = Field.codec.name
            guard let child = element.child(name.local, name.namespace) else { throw .missingChild(name.local) }
            return try Field.codec.decode(child)
        } write: { whole, element in
            element.children.append(.element(Field.codec.encode(whole[keyPath: path])))
        }
    }

    /// A child with a codec of its own, that may be missing: `nil`.
    public static func child<Value: ElementCodable>(_ path: Path<Value?>) -> FieldCodec where Field == Value? {
        FieldCodec { element throws(CodecError) in
            let name = Value.codec.name
            guard let child = element.child(name.local, name.namespace) else { return nil }
            return try Value.codec.decode(child)
        } write: { whole, element in
            guard let value = whole[keyPath: path] else { return }
            element.children.append(.element(Value.codec.encode(value)))
        }
    }

    /// All children of this kind, in their order; one malformed child spoils all.
    public static func children<Value: ElementCodable>(_ path: Path<[Value]>) -> FieldCodec where Field == [Value] {
        FieldCodec { element throws(CodecError) in
            let name = Value.codec.name
            var values: [Value] = []
            for case .element(let child) in element.children where child.name == name {
                values.append(try Value.codec.decode(child))
            }
            return values
        } write: { whole, element in
            for value in whole[keyPath: path] { element.children.append(.element(Value.codec.encode(value))) }
        }
    }

    /// The texts of all children of this name, in their order.
    public static func childTexts<Value: TextCodable>(
        _ name: String, _ path: Path<[Value]>, in namespace: Namespace? = nil
    ) -> FieldCodec where Field == [Value] {
        FieldCodec { element throws(CodecError) in
            var values: [Value] = []
            for child in element.children(name, namespace ?? element.name.namespace) {
                guard let value = Value(xmlText: child.text) else { throw .malformedText(of: name) }
                values.append(value)
            }
            return values
        } write: { whole, element in
            for value in whole[keyPath: path] {
                element.children.append(
                    .element(Element(name, namespace ?? element.name.namespace, text: value.xmlText)))
            }
        }
    }
}
