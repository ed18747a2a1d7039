import Backend
import DBusWire
import Desktop
import Store

/// Which vault this machine has.
enum Vaults {
    /// The desktop's keyring, whenever one runs, with the sealed file behind it; without a bus the file alone.
    static func choose(
        store: Store, key: KeyFile, connection: BusConnection?, keyring: KeyringWatch?
    ) -> any SecretVault {
        let sealed = SealedFileVault(store: store, key: key)
        guard let connection, let keyring else { return sealed }
        return LayeredVault(
            SecretServiceVault(connection, clock: DaemonClock()), else: sealed, isFirstThere: { keyring.isRunning })
    }
}
