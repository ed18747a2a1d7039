internal import CResolver
internal import Glibc

/// An IPv4 or IPv6 address.
struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16, in network order.
    let octets: [UInt8]

    var isVersion6: Bool { octets.count == 16 }

    init(octets: [UInt8]) { self.octets = octets }

    /// `nil` for other families.
    init?(_ address: UnsafePointer<sockaddr>?) {
        guard let address else { return nil }
        var octets = [UInt8](repeating: 0, count: 16)
        let count = Int(saluton_address_octets(address, &octets))
        guard count > 0 else { return nil }
        self.init(octets: Array(octets.prefix(count)))
    }
}
