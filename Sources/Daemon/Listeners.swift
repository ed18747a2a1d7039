import Backend
import BusServer
import Desktop

/// What the machine tells that makes waiting accounts try at once, and the time for what is done now and then.
struct Listeners {
    let backend: Backend

    /// Listens for as long as the process lives.
    func start() {
        Task { await backend.keepEventsTrimmed() }
        if let addresses = AddressWatch.stream() {
            Task { for await _ in addresses { await backend.encourage() } }
        }
        Task {
            guard let wakings = await WakeWatch.stream() else { return }
            for await _ in wakings { await backend.encourage() }
        }
    }

    /// Tells everybody where passwords are kept, whenever the keyring comes or goes.
    func follow(_ keyring: KeyringWatch, _ vault: any SecretVault, _ face: BusFace) {
        Task {
            await keyring.follow { _ in
                face.changed(secretStorage: vault.name)
                await backend.tell()
            }
        }
    }
}
