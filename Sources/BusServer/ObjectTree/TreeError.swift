public import DBusWire

/// Why an object cannot be put into the tree: our own mistake.
public enum TreeError: Error, Equatable, Sendable {
    /// The path is not within the tree's root.
    case outside(ObjectPath)
    /// There is an object at this path.
    case taken(ObjectPath)
    /// The same interface was given twice.
    case twice(InterfaceName)
}
