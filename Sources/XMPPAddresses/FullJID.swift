/// An address with a resource: one connection of an account, or one occupant of a room (RFC 7622 §3.4).
public struct FullJID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let bare: BareJID
    /// What stands behind the first "/", prepared with OpaqueString: case is kept, any "/" and "@" belong to it.
    public let resource: String

    /// Reads "local@domain/resource" or "domain/resource" and prepares all parts.
    ///
    /// - Throws: `AddressError`, with `empty` for the resource when there is none.
    public init(_ text: String) throws(AddressError) {
        self = try AddressText(text).full()
    }

    /// Prepares `resource` and joins it to the address.
    public init(bare: BareJID, resource: String) throws(AddressError) {
        self.init(bare: bare, prepared: try ResourcePreparation.prepare(resource))
    }

    /// Takes a resource that is known to be in its prepared form.
    init(bare: BareJID, prepared resource: String) {
        self.bare = bare
        self.resource = resource
    }

    public var description: String {
        var text = ""
        text.reserveCapacity(bare.description.utf8.count + resource.utf8.count + 1)
        text += bare.description
        text += "/"
        text += resource
        return text
    }

    public static func < (left: FullJID, right: FullJID) -> Bool {
        left.bare == right.bare ? left.resource < right.resource : left.bare < right.bare
    }
}
