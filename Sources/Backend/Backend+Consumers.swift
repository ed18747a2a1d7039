public import Domain
public import Store

/// The consumers of the event log: names with a place in it.
extension Backend {
    /// Makes a consumer, or finds the one that is there.
    /// - Parameters:
    ///   - number: behind which a new one begins; nil: from now on.
    ///   - isReset: whether one that is there is moved as well.
    /// - Returns: the last event it has dealt with.
    public func openConsumer(_ name: String, after number: Int64?, isReset: Bool) async throws(BackendError) -> Int64 {
        guard EventConsumer.isValid(name) else {
            throw .invalidArguments("A consumer's name is 1-64 of A-Z, a-z, 0-9, hyphen, dot and underscore.")
        }
        do throws(StoreError) {
            let store = surroundings.store
            if !isReset, let known = try await store.consumer(name) { return known.acknowledged }
            let change = Change.setConsumer(name, acknowledged: number ?? .max)
            _ = try await store.commit(Batch([change]))
            if let known = try await store.consumer(name) { return known.acknowledged }
        } catch {
            throw BackendError(error)
        }
        throw BackendError(name: "LimitExceeded", sentence: "There are \(Store.consumerBound) consumers: forget some.")
    }

    public func events(for consumer: String, limit: Int) async throws(BackendError) -> ConsumerPage {
        do throws(StoreError) {
            return try await surroundings.store.events(for: consumer, limit: limit)
        } catch {
            throw BackendError(error)
        }
    }

    public func acknowledge(_ consumer: String, _ number: Int64) async throws(BackendError) {
        try await commit(.advanceConsumer(consumer, acknowledged: number), for: consumer)
    }

    public func forgetConsumer(_ name: String) async throws(BackendError) {
        try await commit(.removeConsumer(name), for: name)
    }

    public func consumers() async throws(BackendError) -> [EventConsumer] {
        do throws(StoreError) {
            return try await surroundings.store.consumers()
        } catch {
            throw BackendError(error)
        }
    }

    private func commit(_ change: Change, for consumer: String) async throws(BackendError) {
        let outcome: Outcome?
        do throws(StoreError) {
            outcome = try await surroundings.store.commit(Batch([change])).outcomes.first
        } catch {
            throw BackendError(error)
        }
        guard outcome == .done else { throw .noSuchConsumer(consumer) }
    }
}
