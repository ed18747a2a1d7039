public import DBusWire
public import JSONText

extension JSON {
    /// What came over the bus, mechanically: dictionaries with text keys are objects, structures are arrays.
    public init(_ value: DBusWire.Value) {
        switch value {
        case .byte(let number): self = .integer(Int64(number))
        case .bool(let flag): self = .bool(flag)
        case .int16(let number): self = .integer(Int64(number))
        case .uint16(let number): self = .integer(Int64(number))
        case .int32(let number): self = .integer(Int64(number))
        case .uint32(let number): self = .integer(Int64(number))
        case .int64(let number): self = .integer(number)
        case .uint64(let number): self = Int64(exactly: number).map(JSON.integer) ?? .decimal(Double(number))
        case .double(let number): self = .decimal(number)
        case .string(let text): self = .string(text)
        case .path(let path): self = .string(path.rawValue)
        case .signature(let signature): self = .string(signature.rawValue)
        case .descriptor: self = .null
        case .bytes(let bytes): self = .array(bytes.map { .integer(Int64($0)) })
        case .array(let elements, of: _): self = .array(elements.map(JSON.init))
        case .fields(let fields): self = .object(fields.map { Member($0.name, JSON($0.value)) })
        case .dictionary(let entries, key: _, value: _): self = Self.object(entries)
        case .structure(let members): self = .array(members.map(JSON.init))
        case .variant(let inner): self = JSON(inner)
        }
    }

    private static func object(_ entries: [DBusWire.Value.Entry]) -> JSON {
        .object(
            entries.map { entry in
                let key = JSON(entry.key)
                return Member(key.string ?? key.text, JSON(entry.value))
            })
    }
}
