public import DBusWire

/// A record of named values, `a{sv}`, in the sender's order.  What is unknown or unset is absent.
public struct Fields: Equatable, Sendable {
    public var entries: [Value.Field]

    public init(_ entries: [Value.Field]) { self.entries = entries }

    /// Of equal names the first counts.  Setting replaces or appends; setting nil removes.
    public subscript(name: String) -> Value? {
        get { entries.first { $0.name == name }?.value }
        set {
            let place = entries.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append(Value.Field(name, value))
            case (nil, nil): break
            }
        }
    }

    /// The content of one field; nil when it is absent.
    /// - Throws: `invalidArguments` when it is of another type.
    public func get<Content: BusRepresentable>(
        _ name: String, as type: Content.Type = Content.self
    ) throws(BusError) -> Content? {
        guard let value = self[name] else { return nil }
        guard let content = Content(busValue: value) else {
            throw .invalidArguments.because("“\(name)” is of type \(value.signature), not \(Content.busSignature)")
        }
        return content
    }

    /// Sets a field; nil leaves it absent.
    public mutating func set(_ name: String, _ content: (some BusRepresentable)?) { self[name] = content?.busValue }

    /// - Throws: `invalidArguments` when there is a name that is not among the allowed ones, or one twice.
    public func refuseUnknown(allowed: [String]) throws(BusError) {
        var left = allowed
        for entry in entries {
            guard let place = left.firstIndex(of: entry.name) else {
                throw .invalidArguments.because("the key “\(entry.name)” is unknown here or given twice")
            }
            left.swapAt(place, left.count - 1)
            left.removeLast()
        }
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements.map { Value.Field($0, $1) }) }
}

extension Fields: BusRepresentable {
    public static var busSignature: Signature { .fields }

    public init?(busValue: Value) {
        guard case .fields(let entries) = busValue else { return nil }
        self.entries = entries
    }

    public var busValue: Value { .fields(entries) }
}
