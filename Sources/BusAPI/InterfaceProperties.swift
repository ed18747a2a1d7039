public import DBusWire

/// The properties of one interface; generated.
public protocol InterfaceProperties: Sendable {
    static var interface: InterfaceDescription { get }

    /// All zero and empty.
    init()

    /// In the order of the description; nil for one that is absent now.
    var values: [Value?] { get }

    /// Takes over what is in the fields.
    /// - Throws: `invalidArguments` when a value is of another type.
    mutating func apply(_ fields: Fields) throws(BusError)
}
