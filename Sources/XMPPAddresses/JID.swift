/// An address that may have a resource, as in the `from` of a stanza.
public enum JID: Hashable, Sendable, CustomStringConvertible {
    case bare(BareJID)
    case full(FullJID)

    /// Reads an address with or without a resource and prepares all parts (RFC 7622).
    public init(_ text: String) throws(AddressError) {
        let parts = AddressText(text)
        self = parts.scan.hasResource ? .full(try parts.full()) : .bare(try parts.bare())
    }

    /// Joins an address and a resource, which is prepared; `nil` means none.
    public init(bare: BareJID, resource: String?) throws(AddressError) {
        guard let resource else {
            self = .bare(bare)
            return
        }
        self = .full(try FullJID(bare: bare, resource: resource))
    }

    /// The address without its resource.
    public var bare: BareJID {
        switch self {
        case .bare(let bare): bare
        case .full(let full): full.bare
        }
    }

    /// The resource; `nil` when absent.
    public var resource: String? {
        switch self {
        case .bare: nil
        case .full(let full): full.resource
        }
    }

    public var description: String {
        switch self {
        case .bare(let bare): bare.description
        case .full(let full): full.description
        }
    }
}
