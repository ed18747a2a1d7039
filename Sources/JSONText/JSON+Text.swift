extension JSON {
    /// The value on one line, without spaces.
    public var text: String {
        var writer = JSONWriter()
        writer.value(self)
        return writer.text
    }
}

extension JSONWriter {
    /// A whole tree as the value that comes next.  Trees are ours or were bounded when they were parsed.
    public mutating func value(_ json: JSON) {
        switch json {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .integer(let value): number(value)
        case .decimal(let value): value.isFinite ? raw("\(value)") : null()
        case .string(let text): string(text)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let members):
            object {
                for member in members {
                    $0.key(member.name)
                    $0.value(member.value)
                }
            }
        }
    }
}
