public import BusAPI
internal import DBusWire
public import JSONText

extension JSON {
    /// A record of the bus as an object.
    public init(_ fields: Fields) { self = JSON(DBusWire.Value.fields(fields.entries)) }

    /// An answer of Discovery1.Info: its identities become objects whose empty parts are absent.
    public init(info: Fields) {
        let members = (JSON(info).members ?? []).map { member in
            member.name == "identities" ? Member(member.name, Self.identities(member.value)) : member
        }
        self = .object(members)
    }

    private static func identities(_ json: JSON) -> JSON {
        let names = ["category", "type", "language", "name"]
        return .array(
            (json.array ?? []).map { identity in
                let parts = zip(names, identity.array ?? []).filter { $0.1.string?.isEmpty == false }
                return .object(parts.map { Member($0.0, $0.1) })
            })
    }
}
