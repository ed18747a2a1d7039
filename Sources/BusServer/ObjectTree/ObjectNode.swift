internal import BusAPI
internal import DBusWire

/// One object of the tree.
struct ObjectNode: Sendable {
    let interfaces: [ServedInterface]

    func interface(_ name: String) -> ServedInterface? {
        interfaces.first { $0.description.name.rawValue == name }
    }

    /// `a{sa{sv}}`: all interfaces with their properties, the standard ones without.
    var state: Value {
        .dictionary(
            interfaces.map { interface in
                Value.Entry(.string(interface.description.name.rawValue), .fields(interface.outlet.fields))
            }, key: .string, value: .fields)
    }
}
