/// Keeps what hashes were proved to stand for (XEP-0115 §8.2, XEP-0390 §6.2.1).
///
/// Only verified information is ever given to it.
public protocol CapabilityCache: Sendable {
    /// What this hash stands for; `nil` when that is not known.
    func info(for hash: CapabilityHash) async -> DiscoInfo?
    func keep(_ info: DiscoInfo, for hash: CapabilityHash) async
}

/// A cache in memory that forgets the oldest.
public actor CapabilityMemory: CapabilityCache {
    private let limit: Int
    private var known: [CapabilityHash: DiscoInfo] = [:]
    private var order: [CapabilityHash] = []

    public init(limit: Int = 500) { self.limit = max(1, limit) }

    public func info(for hash: CapabilityHash) -> DiscoInfo? { known[hash] }

    public func keep(_ info: DiscoInfo, for hash: CapabilityHash) {
        guard known.updateValue(info, forKey: hash) == nil else { return }
        order.append(hash)
        if order.count > limit { known[order.removeFirst()] = nil }
    }
}
