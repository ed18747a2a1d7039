import Backend
import Desktop

/// What the machine tells that makes waiting accounts try at once.
struct Listeners {
    let backend: Backend

    /// Listens for as long as the process lives.
    func start() {
        if let addresses = AddressWatch.stream() {
            Task { for await _ in addresses { await backend.encourage() } }
        }
        Task {
            guard let wakings = await WakeWatch.stream() else { return }
            for await _ in wakings { await backend.encourage() }
        }
    }
}
