import GRDB
import Synchronization

/// Batches whose callers wait for the disk.
struct WaitingBatches {
    typealias Answer = CheckedContinuation<Result<Committed, StoreError>, Never>

    /// Batches that share one transaction at most.
    static let groupBound = 64

    private var batches: [(batch: Batch, answer: Answer)] = []
    private var isServed = false

    /// True when the caller must see to it that the writer comes.
    mutating func add(_ batch: Batch, _ answer: Answer) -> Bool {
        batches.append((batch, answer))
        defer { isServed = true }
        return !isServed
    }

    /// The next group; empty when there is nothing left, and then the writer may go.
    mutating func next() -> [(batch: Batch, answer: Answer)] {
        let group = Array(batches.prefix(Self.groupBound))
        batches.removeFirst(group.count)
        if group.isEmpty { isServed = false }
        return group
    }
}

extension Store {
    /// Stores a batch as a whole and returns when it is on disk.
    ///
    /// Batches that arrive while another is being written share the next transaction; each fails or succeeds alone.
    /// - Throws: `.noSuchAccount`, `.accountExists`, `.diskFull`, `.readOnly`, `.busy`, `.diskFailure`, `.damaged`,
    ///   `.closed`; then nothing of the batch is stored, and no number was used.
    @discardableResult
    public func commit(_ batch: Batch) async throws(StoreError) -> Committed {
        let result = await withCheckedContinuation { answer in
            guard waiting.withLock({ $0.add(batch, answer) }) else { return }
            writing.run { self.database.writeWithoutTransaction { _ in self.serve() } }
        }
        return try result.get()
    }

    /// Has every committed batch told to the observer, in the order of their event numbers, before `commit` returns.
    ///
    /// It is called on the writer's thread: it must be quick and must not wait for the store.
    public func observe(_ observer: @escaping @Sendable (Committed) -> Void) {
        self.observer.withLock { $0 = CommitObserver(tell: observer) }
    }

    /// Commits groups until nobody waits any more.  Runs on the writer's thread.
    private func serve() {
        while true {
            let group = waiting.withLock { $0.next() }
            guard !group.isEmpty else { return }
            let results = writer.withLock { $0?.commit(group.map(\.batch)) }
            let observer = observer.withLock { $0 }
            for (index, member) in group.enumerated() {
                if let observer, case .success(let committed)? = results?[index] { observer.tell(committed) }
                member.answer.resume(returning: results?[index] ?? .failure(StoreError(.closed, "the store is closed")))
            }
        }
    }
}
