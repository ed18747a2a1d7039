import GRDB

/// How every connection of the store behaves.
enum ConnectionSettings {
    /// Readers beside the one writer; two cores do not use more.
    static let readers = 2
    /// The page cache of each reader, and of the writer: the last pages of every index of a hundred conversations.
    static let cacheKibibytes = 1_024
    static let writerCacheKibibytes = 2_048
    /// How long to wait for another process that has no business here, such as a backup program.
    static let busySeconds = 5.0

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -\(cacheKibibytes);
                    PRAGMA journal_size_limit = 4194304;
                    """)
        }
        return configuration
    }
}
