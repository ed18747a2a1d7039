public import DBusWire

/// Takes typed values from a list, one after the other.
public struct Arguments {
    private var rest: ArraySlice<Value>

    public init(_ values: [Value]) { rest = values[...] }

    public var isEmpty: Bool { rest.isEmpty }

    /// - Throws: `InvalidArgs` when there is none left or the next is of another type.
    public mutating func next<Content: BusRepresentable>(_ type: Content.Type = Content.self) throws(BusError)
        -> Content
    {
        guard let value = rest.popFirst(), let content = Content(busValue: value) else {
            throw BusError(busName: .invalidArguments, message: "expected a value of type \(Content.busSignature)")
        }
        return content
    }
}
