public import XMPPAddresses
public import XMPPSessions

/// Finds out what others can do: from the cache, or by asking once, and believing hashes only when they are proved.
public actor CapabilityFinder {
    private let requesting: any Requesting
    private let cache: any CapabilityCache
    /// What somebody said whose hash proves nothing: valid for that address only (XEP-0115 §5.4 step 2.3).
    private var unproved: [FullJID: (announcement: CapabilityAnnouncement, info: DiscoInfo)] = [:]
    private var asking: [String: Task<Result<DiscoInfo, RequestFailure>, Never>] = [:]
    private let limit: Int

    public init(requesting: any Requesting, cache: any CapabilityCache, limit: Int = 500) {
        self.requesting = requesting
        self.cache = cache
        self.limit = max(1, limit)
    }

    /// What somebody can do who announced this in their latest presence.
    ///
    /// Asks at most once at a time for each hash, whoever announces it; who joins a question waits as long as the one
    /// who asked it.
    /// - Parameter timeout: how long to wait for an answer.
    public func info(
        of jid: FullJID, announcing announcement: CapabilityAnnouncement, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> DiscoInfo {
        for offer in announcement.offers {
            if let info = await cache.info(for: offer.hash) { return info }
        }
        if let known = unproved[jid], known.announcement == announcement { return known.info }
        let offer = announcement.offers.first { $0.hash.isVerifiable } ?? announcement.offers[0]
        let info = try await ask(jid, for: offer, timeout)
        if let proved = offer.hash.proved(of: info) {
            await cache.keep(proved, for: offer.hash)
            return proved
        }
        // XEP-0115 §5.4 step 3.9, XEP-0390 §6.2.1: never for others.
        if unproved.count >= limit, let some = unproved.keys.first { unproved[some] = nil }
        unproved[jid] = (announcement, info)
        return info
    }

    /// Forgets what an address said, when it goes offline.
    public func forget(_ jid: FullJID) { unproved[jid] = nil }

    private func ask(
        _ jid: FullJID, for offer: CapabilityAnnouncement.Offer, _ timeout: Duration
    ) async throws(RequestFailure) -> DiscoInfo {
        // Only what can be proved may be taken from somebody else's answer.
        let key = offer.hash.isVerifiable ? offer.hash.key : "\(offer.hash.key) \(jid)"
        if let running = asking[key], case .success(let info) = await running.value,
            offer.hash.proved(of: info) != nil
        {
            return info
        }
        // Shared by all who ask the same, so it must not end with the first of them.
        let task = Task { [requesting] () -> Result<DiscoInfo, RequestFailure> in
            do throws(RequestFailure) {
                let info = try await requesting.info(of: .full(jid), node: offer.node, timeout: timeout)
                return .success(info.withoutNode)
            } catch {
                return .failure(error)
            }
        }
        asking[key] = task
        defer { if asking[key] == task { asking[key] = nil } }
        return try await task.value.get()
    }
}
