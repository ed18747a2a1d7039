import Backend
import DBusWire
import Desktop
import Store

/// Which vault this machine has.
enum Vaults {
    /// The desktop's keyring, whenever one runs, with the sealed file behind it.
    static func choose(
        store: Store, key: KeyFile, connection: BusConnection, keyring: KeyringWatch
    ) -> any SecretVault {
        LayeredVault(
            SecretServiceVault(connection, clock: DaemonClock()), else: SealedFileVault(store: store, key: key),
            isFirstThere: { keyring.isRunning })
    }
}
