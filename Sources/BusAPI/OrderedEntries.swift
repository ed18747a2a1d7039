public import DBusWire

/// A dictionary of the bus, `a{KV}`, in the sender's order.
///
/// Looking up a key walks through the entries; of equal keys the first counts.
public struct OrderedEntries<Key: BusRepresentable & Hashable, Content: BusRepresentable>: Sendable {
    @usableFromInline var entries: [(key: Key, value: Content)]

    @inlinable
    public init(_ entries: [(Key, Content)] = []) { self.entries = entries.map { (key: $0.0, value: $0.1) } }

    /// Setting replaces or appends; setting nil removes.
    public subscript(key: Key) -> Content? {
        get { entries.first { $0.key == key }?.value }
        set {
            let place = entries.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append((key, value))
            case (nil, nil): break
            }
        }
    }
}

extension OrderedEntries: RandomAccessCollection {
    @inlinable public var startIndex: Int { entries.startIndex }
    @inlinable public var endIndex: Int { entries.endIndex }
    @inlinable public subscript(position: Int) -> (key: Key, value: Content) { entries[position] }
}

extension OrderedEntries: ExpressibleByDictionaryLiteral {
    @inlinable
    public init(dictionaryLiteral elements: (Key, Content)...) { self.init(elements) }
}

extension OrderedEntries: Equatable where Content: Equatable {
    public static func == (left: Self, right: Self) -> Bool { left.entries.elementsEqual(right.entries, by: ==) }
}

extension OrderedEntries: BusRepresentable {
    @inlinable
    public static var busSignature: Signature {
        Signature(trusted: "a{" + Key.busSignature.rawValue + Content.busSignature.rawValue + "}")
    }

    @inlinable
    public init?(busValue: DBusWire.Value) {
        guard case .dictionary(let values, let key, let type) = busValue, key == Key.busSignature,
            type == Content.busSignature
        else { return nil }
        entries = []
        entries.reserveCapacity(values.count)
        for value in values {
            guard let key = Key(busValue: value.key), let element = Content(busValue: value.value) else { return nil }
            entries.append((key, element))
        }
    }

    public var busValue: DBusWire.Value {
        .dictionary(
            entries.map { DBusWire.Value.Entry($0.key.busValue, $0.value.busValue) }, key: Key.busSignature,
            value: Content.busSignature)
    }
}
