import Store
import XMPPExtensions

/// What capability hashes were proved to stand for, kept over restarts; the store bounds how many.
struct StoredCapabilities: CapabilityCache {
    let store: Store

    func info(for hash: CapabilityHash) async -> DiscoInfo? {
        guard let text = try? await store.capability(hash: hash.key) else { return nil }
        return DiscoInfo(text: text)
    }

    func keep(_ info: DiscoInfo, for hash: CapabilityHash) async {
        // Only a cache: when it cannot be kept, it is asked for again.
        _ = try? await store.commit(Batch([.setCapability(hash: hash.key, info: info.text)]))
    }
}
