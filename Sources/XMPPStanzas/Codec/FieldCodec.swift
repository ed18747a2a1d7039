public import XMLStreams

/// How one field of a value is read from its element and written into it.
public struct FieldCodec<Whole, Field>: Sendable {
    let read: @Sendable (Element) throws(CodecError) -> Field
    let write: @Sendable (Whole, inout Element) -> Void

    /// A form that none of the others has.
    public init(
        read: @escaping @Sendable (Element) throws(CodecError) -> Field,
        write: @escaping @Sendable (Whole, inout Element) -> Void
    ) {
        self.read = read
        self.write = write
    }
}

extension FieldCodec {
    public typealias Path<Value> = any KeyPath<Whole, Value> & Sendable

    /// An attribute that must be there, without a namespace.
    public static func attribute(_ name: String, _ path: Path<Field>) -> FieldCodec where Field: TextCodable {
        FieldCodec { element throws(CodecError) in
            guard let text = element[attribute: name] else { throw .missingAttribute(name) }
            guard let value = Field(xmlText: text) else { throw .malformedAttribute(name) }
            return value
        } write: { whole, element in
            element.attributes.append(Attribute(name, whole[keyPath: path].xmlText))
        }
    }

    /// An attribute that may be missing: `nil`.
    public static func attribute<Value: TextCodable>(_ name: String, _ path: Path<Value?>) -> FieldCodec
    where Field == Value? {
        FieldCodec { element throws(CodecError) in
            guard let text = element[attribute: name] else { return nil }
            guard let value = Value(xmlText: text) else { throw .malformedAttribute(name) }
            return value
        } write: { whole, element in
            guard let value = whole[keyPath: path] else { return }
            element.attributes.append(Attribute(name, value.xmlText))
        }
    }

    /// An attribute that stands for a default when it is missing, and is left out then.
    public static func attribute(
        _ name: String, _ path: Path<Field>, default standard: Field
    ) -> FieldCodec where Field: TextCodable & Equatable {
        FieldCodec { element throws(CodecError) in
            guard let text = element[attribute: name] else { return standard }
            guard let value = Field(xmlText: text) else { throw .malformedAttribute(name) }
            return value
        } write: { whole, element in
            let value = whole[keyPath: path]
            if value != standard { element.attributes.append(Attribute(name, value.xmlText)) }
        }
    }

    /// The `xml:lang` of the element; `nil` when missing.
    public static func lang(_ path: Path<String?>) -> FieldCodec where Field == String? {
        FieldCodec { element throws(CodecError) in
            element[Name("lang", .xml)]
        } write: { whole, element in
            element[Name("lang", .xml)] = whole[keyPath: path]
        }
    }

    /// The text of the element itself.
    public static func text(_ path: Path<Field>) -> FieldCodec where Field: TextCodable {
        FieldCodec { element throws(CodecError) in
            guard let value = Field(xmlText: element.text) else { throw .malformedText(of: element.name.local) }
            return value
        } write: { whole, element in
            let text = whole[keyPath: path].xmlText
            if !text.isEmpty { element.children.append(.text(text)) }
        }
    }
}
