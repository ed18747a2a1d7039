import Synchronization

/// The questions to an archive that are open, and what has come for each.
///
/// Results are taken only for a question that is open (XEP-0313 §4, §8.4); from any thread.
public final class ArchiveBook: Sendable {
    private let open = Mutex<[String: (limit: Int, messages: [ArchivedMessage])]>([:])

    public init() {}

    func begin(_ query: String, limit: Int) { open.withLock { $0[query] = (limit, []) } }

    /// Takes a result; `false` when nobody asked for it, or for so many.
    func take(_ message: ArchivedMessage, for query: String) -> Bool {
        open.withLock { open in
            guard let known = open[query], known.messages.count < known.limit else { return false }
            open[query]?.messages.append(message)
            return true
        }
    }

    func isOpen(_ query: String) -> Bool { open.withLock { $0[query] != nil } }

    /// Ends a question; what has come for it.
    func end(_ query: String) -> [ArchivedMessage] { open.withLock { $0.removeValue(forKey: query)?.messages ?? [] } }
}
