public import BusAPI
internal import DBusWire
public import JSONText

extension Fields {
    /// An entry that was exported, as `Account1.Import` takes it.
    ///
    /// JSON has fewer types than the bus; which one is meant follows from the key, or from the form.  An absent value and
    /// `null` are the same.
    /// - Returns: nil where the JSON is no object, or holds what has no form on the bus.
    public init?(entry json: JSON) {
        guard case .fields(let fields)? = DBusWire.Value(record: json) else { return nil }
        self.init(fields)
    }
}

extension DBusWire.Value {
    /// Keys whose numbers are `u`; all others are `x`.
    private static let unsigned: Set<String> = ["timer", "begin", "end", "length"]

    /// A dictionary whose values are of different types.
    fileprivate init?(record json: JSON) {
        guard let members = json.members else { return nil }
        var fields: [Field] = []
        for member in members where member.value != .null {
            guard let value = DBusWire.Value(member) else { return nil }
            fields.append(Field(member.name, value))
        }
        self = .fields(fields)
    }

    private init?(_ member: JSON.Member) {
        switch member.value {
        case .null: return nil
        case .bool(let flag): self = .bool(flag)
        case .decimal(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .integer(let number):
            guard Self.unsigned.contains(member.name) else {
                self = .int64(number)
                return
            }
            guard let small = UInt32(exactly: number) else { return nil }
            self = .uint32(small)
        case .array(let elements): self.init(elements)
        case .object(let members): self.init(dictionary: members, of: member.value)
        }
    }

    /// Texts, or records; what is neither has no form.
    private init?(_ elements: [JSON]) {
        let texts = elements.compactMap(\.string)
        if texts.count == elements.count {
            self = .array(texts.map(DBusWire.Value.string), of: "s")
        } else {
            let records = elements.compactMap(DBusWire.Value.init(record:))
            guard records.count == elements.count else { return nil }
            self = .array(records, of: "a{sv}")
        }
    }

    /// Texts by name (languages), lists of texts by name (reactions), or a record.
    private init?(dictionary members: [JSON.Member], of json: JSON) {
        let texts = members.compactMap(\.value.string)
        let lists = members.compactMap { $0.value.array?.compactMap(\.string) }
        if texts.count == members.count {
            let entries = zip(members, texts).map { Entry(.string($0.0.name), .string($0.1)) }
            self = .dictionary(entries, key: "s", value: "s")
        } else if lists.count == members.count {
            let entries = zip(members, lists).map { member, list in
                Entry(.string(member.name), .array(list.map(DBusWire.Value.string), of: "s"))
            }
            self = .dictionary(entries, key: "s", value: "as")
        } else {
            self.init(record: json)
        }
    }
}
