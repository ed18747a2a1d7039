public import DBusWire
public import JSONText

extension JSONWriter {
    /// Integers beyond this are written as strings: readers that know only doubles would round them.
    private static let exact: UInt64 = 1 << 53

    /// A D-Bus value as the JSON value that comes next; the mapping is in `docs/api-socket.md`.
    /// - Parameter isTyped: whether variants tell their types.
    public mutating func value(_ value: Value, isTyped: Bool) {
        switch value {
        case .byte(let number): self.number(Int64(number))
        case .bool(let flag): bool(flag)
        case .int16(let number): self.number(Int64(number))
        case .uint16(let number): self.number(Int64(number))
        case .int32(let number): self.number(Int64(number))
        case .uint32(let number): self.number(Int64(number))
        case .int64(let number): number.magnitude < Self.exact ? self.number(number) : string("\(number)")
        case .uint64(let number): number < Self.exact ? self.number(Int64(number)) : string("\(number)")
        case .double(let number): number.isFinite ? raw("\(number)") : null()
        case .string(let text): string(text)
        case .path(let path): string(path.rawValue)
        case .signature(let signature): string(signature.rawValue)
        // A descriptor cannot travel in a line.
        case .descriptor: null()
        case .bytes(let bytes): string(Base64.encode(bytes))
        case .array(let elements, of: _): values(elements, isTyped: isTyped)
        case .structure(let members): values(members, isTyped: isTyped)
        case .fields(let fields):
            object { for field in fields { $0.member(field.name, variant: field.value, isTyped) } }
        case .dictionary(let entries, key: _, value: _):
            object {
                for entry in entries {
                    $0.key(Self.text(of: entry.key))
                    $0.value(entry.value, isTyped: isTyped)
                }
            }
        case .variant(let inner): variant(inner, isTyped)
        }
    }

    /// Several values as one array.
    public mutating func values(_ values: [Value], isTyped: Bool) {
        array { for value in values { $0.value(value, isTyped: isTyped) } }
    }

    private mutating func member(_ name: String, variant value: Value, _ isTyped: Bool) {
        key(name)
        variant(value, isTyped)
    }

    private mutating func variant(_ value: Value, _ isTyped: Bool) {
        guard isTyped else { return self.value(value, isTyped: false) }
        object {
            $0.member("type", value.signature.rawValue)
            $0.key("data")
            $0.value(value, isTyped: true)
        }
    }

    /// A key of a dictionary, which in JSON is always a string.
    private static func text(of key: Value) -> String {
        switch key {
        case .byte(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .int16(let number): "\(number)"
        case .uint16(let number): "\(number)"
        case .int32(let number): "\(number)"
        case .uint32(let number): "\(number)"
        case .int64(let number): "\(number)"
        case .uint64(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): text
        case .path(let path): path.rawValue
        case .signature(let signature): signature.rawValue
        case .descriptor, .bytes, .array, .fields, .dictionary, .structure, .variant: ""
        }
    }
}
