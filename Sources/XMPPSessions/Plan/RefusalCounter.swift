/// How often which rule refused something since the session began, for `status`.
///
/// Codes come from our own source only, so there are as many rows as rules.
public struct RefusalCounter: Sendable, Equatable {
    private var counts: [Refusal: Int] = [:]

    public init() {}

    public mutating func count(_ refusal: Refusal) { counts[refusal, default: 0] += 1 }

    /// All rows, the most frequent first, then by code.
    public var snapshot: [(refusal: Refusal, count: Int)] {
        counts.map { ($0.key, $0.value) }
            .sorted { $0.count == $1.count ? $0.refusal.code < $1.refusal.code : $0.count > $1.count }
    }

    public subscript(refusal: Refusal) -> Int { counts[refusal] ?? 0 }
}
