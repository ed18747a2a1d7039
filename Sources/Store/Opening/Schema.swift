import GRDB

/// What a database says about itself, and how it is brought up to date.
struct Schema {
    /// "Salu": marks our databases among SQLite files.
    static let applicationID: Int32 = 0x5361_6C75

    let migrations: [Migration]

    private var latest: Int32 { migrations.last?.number ?? 0 }

    /// The version found; refuses what is not ours or too new, without changing anything.
    func version(of database: Database) throws(StoreError) -> Int32 {
        let found: (version: Int32, application: Int32, tables: Int)
        do {
            found = (
                try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            )
        } catch {
            throw StoreError(error)
        }
        let isEmpty = found.version == 0 && found.application == 0 && found.tables == 0
        if !isEmpty { try refuse(found.version, of: found.application) }
        return found.version
    }

    /// Refuses what is not ours or too new, by its numbers.
    func refuse(_ version: Int32, of application: Int32) throws(StoreError) {
        guard application == Self.applicationID else {
            throw StoreError(.foreignFile, "the database belongs to another program")
        }
        guard version <= latest else {
            let sentence = "the database has version \(version), this program knows up to \(latest)"
            throw StoreError(.newerSchema, sentence)
        }
    }

    /// Looks through the whole file; `.damaged` with SQLite's first complaints.
    func check(_ database: Database) throws(StoreError) {
        var complaints: [String]
        do {
            complaints = try String.fetchAll(database, sql: "PRAGMA quick_check(5)")
            // SQLite 3.40 complains of a sound table without row ids whose key has another order than its columns; the
            // thorough check knows better.
            if complaints != ["ok"] { complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check(5)") }
        } catch {
            throw StoreError(error)
        }
        guard complaints == ["ok"] else {
            throw StoreError(.damaged, complaints.joined(separator: "; "))
        }
    }

    /// Takes all missing steps in one transaction.
    func migrate(_ database: Database, from version: Int32) throws(StoreError) {
        do {
            try database.inTransaction(.immediate) {
                for migration in migrations where migration.number > version {
                    try database.execute(sql: migration.sql)
                }
                try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(latest)")
                return .commit
            }
        } catch {
            throw StoreError(error)
        }
    }

    func isCurrent(_ version: Int32) -> Bool {
        version == latest
    }
}
