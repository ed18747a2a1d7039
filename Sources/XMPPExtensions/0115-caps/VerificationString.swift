/// The string from which `ver` is made (XEP-0115 §5).
enum VerificationString {
    /// The string; `nil` when the information is ill-formed (§5.4 step 3).
    ///
    /// A part with a "<" in it is ill-formed as well: it could be written so that other information has the same
    /// string, and so poison what is cached (§9.2).
    static func string(for info: DiscoInfo) -> String? {
        let identities = info.identities.map { identity in
            "\(identity.category)/\(identity.type)/\(identity.lang ?? "")/\(identity.name ?? "")"
        }
        // §5.4 step 3.6: a form that does not say what it is, is left out.
        let forms = info.forms.compactMap { form in form.kinds.map { (form, $0) } }
        guard !Octets.hasRepetition(identities), !Octets.hasRepetition(info.features),
            let kinds = distinctKinds(forms.map(\.1))
        else { return nil }
        var parts = Octets.sorted(identities) + Octets.sorted(info.features)
        let sorted = zip(kinds, forms.map(\.0)).sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        for (kind, form) in sorted {
            parts.append(kind)
            let fields = form.fields.filter { $0.variable != "FORM_TYPE" }
                .sorted { ($0.variable ?? "").utf8.lexicographicallyPrecedes(($1.variable ?? "").utf8) }
            for field in fields { parts += [field.variable ?? ""] + Octets.sorted(field.values) }
        }
        guard !parts.contains(where: { $0.utf8.contains(UInt8(ascii: "<")) }) else { return nil }
        return parts.reduce(into: "") { $0 += $1 + "<" }
    }

    /// One kind for each form; `nil` when one says two, or two say the same (§5.4 step 3.5).
    private static func distinctKinds(_ all: [[String]]) -> [String]? {
        var kinds: [String] = []
        for values in all {
            guard let kind = values.first, values.allSatisfy({ Octets.areEqual($0, kind) }) else { return nil }
            kinds.append(kind)
        }
        return Octets.hasRepetition(kinds) ? nil : kinds
    }
}
