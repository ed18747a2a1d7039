/// An address without a resource: an account, a room, a server (RFC 7622).
///
/// Always in its prepared form, so equal addresses are equal values. The text is kept whole; `local` and `domain` are
/// cut from it at each call.
public struct BareJID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The whole address, "local@domain" or "domain".
    public let description: String
    /// Bytes before the "@", 0 without a local part.
    private let localLength: UInt16

    /// Reads "local@domain" or "domain" and prepares both (RFC 7622 §3.2, §3.3).
    ///
    /// - Throws: `AddressError`, with `unexpectedResource` when there is a "/".
    public init(_ text: String) throws(AddressError) {
        let parts = AddressText(text)
        guard !parts.scan.hasResource else { throw AddressError(.text, .unexpectedResource) }
        self = try parts.bare()
    }

    /// Prepares and joins the parts; an empty `local` is refused, `nil` means none.
    public init(local: String?, domain: String) throws(AddressError) {
        let domain = try DomainPreparation.prepare(domain)
        guard let local else {
            self.init(prepared: domain, localLength: 0)
            return
        }
        let prepared = try LocalPreparation.prepare(local)
        self.init(prepared: "\(prepared)@\(domain)", localLength: prepared.utf8.count)
    }

    /// Takes a text that is known to be in its prepared form.
    init(prepared text: String, localLength: Int) {
        description = text
        self.localLength = UInt16(clamping: localLength)
    }

    /// The part before the "@", prepared with UsernameCaseMapped; `nil` when absent.
    public var local: String? {
        localLength == 0 ? nil : description.utf8Slice(0..<Int(localLength))
    }

    /// Whether this names an account, a room or the like, and not a whole server.
    public var hasLocal: Bool { localLength > 0 }

    /// The domain: lower case, U-labels, no final dot; IPv6 in brackets.
    public var domain: String {
        localLength == 0 ? description : description.utf8Slice((Int(localLength) + 1)..<description.utf8.count)
    }

    /// The address of the server: the domain alone.
    public var domainJID: BareJID {
        localLength == 0 ? self : BareJID(prepared: domain, localLength: 0)
    }

    /// The domain in ASCII for DNS, SNI and certificates: A-labels (RFC 5890 §2.3.2.1), or the IP literal as it is.
    public var asciiDomain: String { DomainPreparation.ascii(domain) }

    /// The IP address that stands for the domain, IPv6 without brackets; `nil` for a name.
    public var ipAddress: String? { IPLiteral.address(in: domain) }

    /// The text alone decides, as the first "@" in it can only be the separator.
    public static func == (left: BareJID, right: BareJID) -> Bool { left.description == right.description }
    public static func < (left: BareJID, right: BareJID) -> Bool { left.description < right.description }
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension BareJID: Codable {
    /// Reads a single string; a wrong address is `DecodingError.dataCorrupted`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
