/// The bytes from which hashes of capabilities are made (XEP-0390 §4.1).
enum CapabilityHashInput {
    private static let unit: UInt8 = 0x1F
    private static let record: UInt8 = 0x1E
    private static let group: UInt8 = 0x1D
    private static let file: UInt8 = 0x1C

    /// The bytes; `nil` where the algorithm ends with an error (steps 1–3).
    static func bytes(for info: DiscoInfo) -> [UInt8]? {
        guard !info.hasMore, !info.forms.contains(where: { $0.hasTable || $0.types.count != 1 }) else { return nil }
        let features = info.features.map { ended([$0]) }
        let identities = info.identities.map { identity in
            ended([identity.category, identity.type, identity.language ?? "", identity.name ?? ""]) + [record]
        }
        let forms = info.forms.map { form in
            let type = DiscoForm.Field(DiscoForm.typeField, form.types)
            let fields = ([type] + form.fields).map { field in
                ended([field.name]) + joined(field.values.map { ended([$0]) }) + [record]
            }
            return joined(fields) + [group]
        }
        return joined(features) + [file] + joined(identities) + [file] + joined(forms) + [file]
    }

    private static func ended(_ texts: [String]) -> [UInt8] { texts.flatMap { Array($0.utf8) + [unit] } }

    private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
        Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined())
    }
}
