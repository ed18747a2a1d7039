/// One letter of a signature (D-Bus specification, "Type system").
struct TypeCode: Hashable, Sendable {
    let letter: UInt8

    init(_ letter: UInt8) { self.letter = letter }
    init(_ letter: CChar) { self.letter = UInt8(bitPattern: letter) }

    static let none = TypeCode(0 as UInt8)
    static let byte = TypeCode(UInt8(ascii: "y"))
    static let bool = TypeCode(UInt8(ascii: "b"))
    static let int16 = TypeCode(UInt8(ascii: "n"))
    static let uint16 = TypeCode(UInt8(ascii: "q"))
    static let int32 = TypeCode(UInt8(ascii: "i"))
    static let uint32 = TypeCode(UInt8(ascii: "u"))
    static let int64 = TypeCode(UInt8(ascii: "x"))
    static let uint64 = TypeCode(UInt8(ascii: "t"))
    static let double = TypeCode(UInt8(ascii: "d"))
    static let string = TypeCode(UInt8(ascii: "s"))
    static let path = TypeCode(UInt8(ascii: "o"))
    static let signature = TypeCode(UInt8(ascii: "g"))
    static let descriptor = TypeCode(UInt8(ascii: "h"))
    static let variant = TypeCode(UInt8(ascii: "v"))
    static let array = TypeCode(UInt8(ascii: "a"))
    static let structure = TypeCode(UInt8(ascii: "("))
    static let structureEnd = TypeCode(UInt8(ascii: ")"))
    static let entry = TypeCode(UInt8(ascii: "{"))
    static let entryEnd = TypeCode(UInt8(ascii: "}"))

    /// The code that libdbus uses for a container.
    var forLibrary: Int32 {
        switch self {
        case .structure: Int32(UInt8(ascii: "r"))
        case .entry: Int32(UInt8(ascii: "e"))
        default: Int32(letter)
        }
    }
}
