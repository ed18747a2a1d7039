public import Domain
public import Logging
public import Store
public import XMPPSessions

/// What the services of the daemon stand on; everything that tests replace.
public struct Surroundings: Sendable {
    public var store: Store
    public var connector: any StreamConnector
    public var vault: any SecretVault
    public var key: KeyFile
    public var observer: any BackendObserver
    /// Time that only goes on.
    public var clock: any SessionClock
    /// The wall clock, for display and stamps only.
    public var now: @Sendable () -> Timestamp
    public var random: @Sendable () -> UInt64
    /// A logger for a label such as `saluton.account`.
    public var logger: @Sendable (String) -> Logger
    /// What we tell others about this software (XEP-0092).
    public var software: Software
    /// Deletes what is due.
    public let sweeper: RetentionSweeper
    /// Whether new sessions ask for copies of what other devices receive and send (XEP-0280).
    public var wantsCopies = true
    /// Whether archives are asked for what is missing (XEP-0313).
    public var wantsArchive = true
    /// Whether the user's devices share through the server what was read, and the settings of conversations (XEP-0490,
    /// XEP-0223).
    public var sharesState = true
    /// Between two rounds of telling the server about it.
    public var sharingPause = Duration.seconds(1)

    public init(
        store: Store, connector: any StreamConnector, vault: any SecretVault, key: KeyFile,
        observer: any BackendObserver, clock: any SessionClock, now: @escaping @Sendable () -> Timestamp,
        random: @escaping @Sendable () -> UInt64, logger: @escaping @Sendable (String) -> Logger, software: Software
    ) {
        self.store = store
        self.connector = connector
        self.vault = vault
        self.key = key
        self.observer = observer
        self.clock = clock
        self.now = now
        self.random = random
        self.logger = logger
        self.software = software
        sweeper = RetentionSweeper(store: store, clock: clock, now: now, log: logger("saluton.retention"))
    }
}

/// Name and version of this software.
public struct Software: Sendable, Hashable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
