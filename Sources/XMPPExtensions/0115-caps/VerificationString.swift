/// The string from which `ver` is made (XEP-0115 §5).
enum VerificationString {
    /// The string; `nil` when the information is ill-formed (§5.4 step 3).
    ///
    /// A part that could be read as another one is ill-formed as well, as it could be written so that other information
    /// has the same string, and so poison what is cached (§9.2): a "<" anywhere, a "/" before an identity's name, an
    /// identity without category or type.
    static func string(for info: DiscoInfo) -> String? {
        guard info.identities.allSatisfy(isUnambiguous) else { return nil }
        let identities = info.identities.map { identity in
            "\(identity.category)/\(identity.type)/\(identity.language ?? "")/\(identity.name ?? "")"
        }
        // §5.4 step 3.6: a form that does not say what it is, is left out.
        let forms = info.forms.filter { !$0.types.isEmpty }
        let types = forms.compactMap(\.type)
        guard !Octets.hasRepetition(identities), !Octets.hasRepetition(info.features), types.count == forms.count,
            !Octets.hasRepetition(types)
        else { return nil }
        var parts = Octets.sorted(identities) + Octets.sorted(info.features)
        for (type, form) in zip(types, forms).sorted(by: { Octets.areSorted($0.0, $1.0) }) {
            parts.append(type)
            for field in form.fields.sorted(by: { Octets.areSorted($0.name, $1.name) }) {
                parts += [field.name] + Octets.sorted(field.values)
            }
        }
        guard !parts.contains(where: { $0.utf8.contains(UInt8(ascii: "<")) }) else { return nil }
        return parts.reduce(into: "") { $0 += $1 + "<" }
    }

    private static func isUnambiguous(_ identity: DiscoIdentity) -> Bool {
        let parts = [identity.category, identity.type, identity.language ?? ""]
        return !identity.category.isEmpty && !identity.type.isEmpty
            && !parts.contains { $0.utf8.contains(UInt8(ascii: "/")) }
    }
}
