/// Swift names for the parser's dictionary strings, by their addresses, which hold as long as the dictionary.
///
/// Two fixed tables in which a newcomer takes its predecessor's place: nothing a peer sends makes them grow.
struct NameCache {
    typealias Address = UnsafePointer<UInt8>

    private var names = [(local: Address, space: Address?, name: Name)?](repeating: nil, count: 256)
    private var spaces = [(address: Address, namespace: Namespace)?](repeating: nil, count: 64)

    mutating func name(_ local: Address, _ space: Address?) -> Name {
        let index = Int(Self.mix(local, space) & 255)
        if let hit = names[index], hit.local == local, hit.space == space { return hit.name }
        let name = Name(String(cString: local), space.map { namespace($0) })
        names[index] = (local, space, name)
        return name
    }

    mutating func namespace(_ address: Address) -> Namespace {
        let index = Int(Self.mix(address, nil) & 63)
        if let hit = spaces[index], hit.address == address { return hit.namespace }
        let namespace = Namespace(rawValue: String(cString: address))
        spaces[index] = (address, namespace)
        return namespace
    }

    private static func mix(_ one: Address, _ two: Address?) -> UInt {
        let sum = UInt(bitPattern: one) &+ UInt(bitPattern: two) &* 31
        return (sum &* 0x9E37_79B9_7F4A_7C15) >> 48
    }
}
