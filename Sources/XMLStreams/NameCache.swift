/// Swift names for the parser's dictionary strings, by their addresses, which hold as long as the dictionary.
///
/// Two fixed tables in which a newcomer takes its predecessor's place: nothing a peer sends makes them grow.
struct NameCache {
    typealias Address = UnsafePointer<UInt8>

    private var nameKeys = [(local: Address?, space: Address?)](repeating: (nil, nil), count: 256)
    private var names = [Name](repeating: Name("", nil), count: 256)
    private var spaceKeys = [Address?](repeating: nil, count: 64)
    private var spaces = [Namespace](repeating: "", count: 64)

    mutating func name(_ local: Address, _ space: Address?) -> Name {
        let index = Int(Self.mix(local, space) & 255)
        guard nameKeys[index] != (local, space) else { return names[index] }
        let name = Name(String(cString: local), space.map { namespace($0) })
        nameKeys[index] = (local, space)
        names[index] = name
        return name
    }

    mutating func namespace(_ address: Address) -> Namespace {
        let index = Int(Self.mix(address, nil) & 63)
        guard spaceKeys[index] != address else { return spaces[index] }
        let namespace = Namespace(rawValue: String(cString: address))
        spaceKeys[index] = address
        spaces[index] = namespace
        return namespace
    }

    private static func mix(_ one: Address, _ two: Address?) -> UInt {
        let sum = UInt(bitPattern: one) &+ UInt(bitPattern: two) &* 31
        return (sum &* 0x9E37_79B9_7F4A_7C15) >> 48
    }
}
