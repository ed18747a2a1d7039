/// The Swift type for one complete type of the bus.
struct SwiftType {
    let name: String
    /// An expression for the empty value.
    let empty: String

    private static let basic: [Character: (String, String)] = [
        "y": ("UInt8", "0"), "b": ("Bool", "false"), "n": ("Int16", "0"), "q": ("UInt16", "0"), "i": ("Int32", "0"),
        "u": ("UInt32", "0"), "x": ("Int64", "0"), "t": ("UInt64", "0"), "d": ("Double", "0"), "s": ("String", "\"\""),
        "o": ("ObjectPath", "\"/\""), "g": ("Signature", ".empty"), "h": ("OwnedDescriptor", ""), "v": ("Value", ""),
    ]

    /// Nil when the text is not one complete type.
    init?(_ signature: String) {
        var rest = Substring(signature)
        guard let type = Self.read(&rest), rest.isEmpty else { return nil }
        self = type
    }

    private init(_ name: String, _ empty: String) {
        self.name = name
        self.empty = empty
    }

    private static func read(_ rest: inout Substring) -> SwiftType? {
        guard let letter = rest.popFirst() else { return nil }
        if let (name, empty) = basic[letter] { return SwiftType(name, empty) }
        switch letter {
        case "a":
            if rest.hasPrefix("{sv}") {
                rest = rest.dropFirst(4)
                return SwiftType("Fields", "[:]")
            }
            if rest.first == "{" {
                rest = rest.dropFirst()
                guard let key = read(&rest), let value = read(&rest), rest.popFirst() == "}" else { return nil }
                return SwiftType("OrderedEntries<\(key.name), \(value.name)>", "[:]")
            }
            guard let element = read(&rest) else { return nil }
            return SwiftType("[\(element.name)]", "[]")
        case "(":
            var members: [SwiftType] = []
            while let next = rest.first, next != ")" {
                guard let member = read(&rest) else { return nil }
                members.append(member)
            }
            guard rest.popFirst() == ")", !members.isEmpty else { return nil }
            let empties = members.map(\.empty).joined(separator: ", ")
            return SwiftType("Row<\(members.map(\.name).joined(separator: ", "))>", "Row(\(empties))")
        default: return nil
        }
    }
}
