import Backend
import DBusWire
import Desktop
import Store

/// Which vault this machine has.
enum Vaults {
    /// The desktop's keyring where one runs, with the sealed file behind it; else the sealed file alone.
    static func choose(store: Store, key: KeyFile, connection: BusConnection) async -> any SecretVault {
        let sealed = SealedFileVault(store: store, key: key)
        guard await SecretServiceVault.isRunning(on: connection) else { return sealed }
        return LayeredVault(SecretServiceVault(connection, clock: DaemonClock()), else: sealed)
    }
}
