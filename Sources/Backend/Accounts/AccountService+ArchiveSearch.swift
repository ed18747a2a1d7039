import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions

extension AccountService {
    /// Messages that one search fetches at most.
    private static let searchBound = 100

    /// Whether the server can look for words in its archive, as far as that is known.
    var canSearchArchive: Bool { isOnline && archive.support == .supported && archive.canSearch }

    /// Fetches the newest messages in which the server finds words, and stores what is not here yet (XEP-0431).
    ///
    /// What the server takes for words, and what fits them, is its own affair (§3.2).  What lies between the messages
    /// stays unknown.  Errors: `NotConnected`, `NotSupported`, `RemoteError`, `Timeout`, `StorageFailed`.
    func fetchFound(_ text: String, with peer: BareJID?) async throws(BackendError) {
        let session = try onlineSession()
        guard canSearchArchive else { throw .notSupported("The server of \(jid) cannot search its archive.") }
        let filter = ArchiveFilter(peer: peer, includesRooms: archive.filtersRooms ? false : nil, text: text)
        let page = try await asking { () async throws(RequestFailure) in
            try await session.archive(
                .before(nil), filter, max: Self.searchBound, id: RandomID.make(), book: archiveBook,
                timeout: .seconds(20))
        }
        do throws(StoreError) {
            _ = try await keep(page, page.times(after: nil), nil, areNews: false, at: surroundings.now())
        } catch {
            throw BackendError(error)
        }
    }
}
