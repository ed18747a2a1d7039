import GRDB
import Glibc

/// Opens a database file: looks at it, checks it after an unclean end, backs it up and migrates it.
struct Opening {
    let file: String
    let schema: Schema

    func open() throws(StoreError) -> DatabasePool {
        let place = DataFolder(file: file)
        let isNew = try place.prepare()
        let wasUnclean = !isNew && place.hasUnfinishedLog
        if !isNew { try FirstLook(file: file, schema: schema).refuse(hasLog: wasUnclean) }
        let pool = try connect()
        do {
            try prepare(pool, place, wasUnclean: wasUnclean)
            return pool
        } catch {
            try? pool.close()
            throw error
        }
    }

    private func connect() throws(StoreError) -> DatabasePool {
        do {
            let pool = try DatabasePool(path: file, configuration: ConnectionSettings.configuration)
            // GRDB makes it NORMAL after everything that the configuration says, and a power cut would take back what
            // was acknowledged.
            try pool.writeWithoutTransaction { database in
                try database.execute(
                    sql: """
                        PRAGMA synchronous = FULL;
                        PRAGMA cache_size = -\(ConnectionSettings.writerCacheKibibytes);
                        """)
            }
            return pool
        } catch {
            throw StoreError(error)
        }
    }

    private func prepare(_ pool: DatabasePool, _ place: DataFolder, wasUnclean: Bool) throws(StoreError) {
        let version = try onWriter(of: pool) { (database) throws(StoreError) in
            let version = try schema.version(of: database)
            if wasUnclean { try schema.check(database) }
            return version
        }
        guard !schema.isCurrent(version) else { return }
        if version > 0 { try backUp(pool, place, version) }
        try onWriter(of: pool) { (database) throws(StoreError) in
            try schema.migrate(database, from: version)
        }
    }

    /// A copy beside the database, named after its version, in case the step turns out to be a mistake.
    private func backUp(_ pool: DatabasePool, _ place: DataFolder, _ version: Int32) throws(StoreError) {
        let path = "\(file).version-\(version).backup"
        unlink(path)
        try place.makeFile(path)
        do {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            try copy.close()
        } catch {
            throw StoreError(error)
        }
    }

    private func onWriter<Result>(
        of pool: DatabasePool, _ body: (Database) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        do {
            return try pool.writeWithoutTransaction { try body($0) }
        } catch {
            throw StoreError(error)
        }
    }
}
