/// The names of an object, to find one that comes twice; few are compared, many are looked up.
struct JSONNames {
    private static let few = 16
    private var many: Set<String> = []

    /// - Parameter members: those before it.
    /// - Returns: whether the name is new.
    mutating func insert(_ name: String, among members: [JSON.Member]) -> Bool {
        guard members.count >= Self.few else { return !members.contains { $0.name == name } }
        if many.isEmpty { many = Set(members.map(\.name)) }
        return many.insert(name).inserted
    }
}
