public import DBusWire

/// A Swift type that stands for exactly one type of the bus.
public protocol BusRepresentable: Sendable {
    static var busSignature: Signature { get }

    /// Nil when the value is of another type.
    init?(busValue: Value)

    var busValue: Value { get }
}

extension Value {
    /// The value for anything that the bus can carry.
    public init(_ content: some BusRepresentable) { self = content.busValue }
}
