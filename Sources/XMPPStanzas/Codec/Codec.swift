public import XMLStreams

/// The form of a value as an element, in both directions: one line for each field.
///
/// Attributes and children that no field names are ignored when read, as RFC 6120 §8.4 wants of clients.
///
///     static let codec = Codec(
///         Name("reactions", .reactions), { Reactions(target: $0, emojis: $1) },
///         .attribute("id", \.target), .children(\.emojis))
public struct Codec<Whole>: Sendable {
    public let name: Name
    private let read: @Sendable (Element) throws(CodecError) -> Whole
    private let write: @Sendable (Whole, inout Element) -> Void

    /// Fields in the order of `make`'s parameters; `make` may throw `CodecError.invalid` for what fields cannot say.
    public init<each Field>(
        _ name: Name, _ make: @escaping @Sendable (repeat each Field) throws(CodecError) -> Whole,
        _ field: repeat FieldCodec<Whole, each Field>
    ) {
        self.name = name
        read = { element throws(CodecError) in
            try make(repeat try (each field).read(element))
        }
        write = { whole, element in
            repeat (each field).write(whole, &element)
        }
    }

    /// Reads the element; throws when it has another name, or a field is missing or malformed.
    public func decode(_ element: Element) throws(CodecError) -> Whole {
        guard element.name == name else { throw .wrongElement(expected: name.local) }
        return try read(element)
    }

    public func encode(_ value: Whole) -> Element {
        var element = Element(name)
        write(value, &element)
        return element
    }
}
