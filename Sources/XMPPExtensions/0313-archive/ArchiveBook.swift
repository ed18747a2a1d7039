import Synchronization

/// The questions to an archive that are open, and what has come for each.
///
/// Results are taken only for a question that is open (XEP-0313 §4, §8.2); from any thread.
public final class ArchiveBook: Sendable {
    private struct Question {
        var limit: Int
        var messages: [ArchivedMessage] = []
        var isExceeded = false
    }

    private let open = Mutex<[String: Question]>([:])

    public init() {}

    func begin(_ query: String, limit: Int) { open.withLock { $0[query] = Question(limit: limit) } }

    /// Takes a result; `false` when nobody asked for it, or for so many.
    func take(_ message: ArchivedMessage, for query: String) -> Bool {
        open.withLock { open in
            guard let known = open[query] else { return false }
            let fits = known.messages.count < known.limit
            if fits { open[query]?.messages.append(message) } else { open[query]?.isExceeded = true }
            return fits
        }
    }

    func isOpen(_ query: String) -> Bool { open.withLock { $0[query] != nil } }

    /// Ends a question; what has come for it, `nil`: more than was asked for.
    @discardableResult
    func end(_ query: String) -> [ArchivedMessage]? {
        open.withLock { open in
            let question = open.removeValue(forKey: query)
            return question?.isExceeded == true ? nil : question?.messages ?? []
        }
    }
}
