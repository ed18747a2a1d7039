import GRDBSQLite

/// The one connection that writes, with its statements kept prepared.
///
/// GRDB opens and closes it and owns its queue; statements go to SQLite directly, since a message must cost
/// microseconds.
final class WriterConnection {
    private let handle: OpaquePointer
    private var prepared: [UnsafePointer<UInt8>: SQLStatement] = [:]
    /// Those whose text is put together, of which there are few.
    private var composed: [String: SQLStatement] = [:]

    init(_ handle: OpaquePointer) {
        self.handle = handle
        // GRDB's hooks serve its observers, of which there are none, and expect that it runs every statement itself.
        _ = sqlite3_commit_hook(handle, nil, nil)
        _ = sqlite3_rollback_hook(handle, nil, nil)
    }

    /// The prepared form of a statement written in the source.
    func prepare(_ sql: StaticString) throws(StoreError) -> SQLStatement {
        if let statement = prepared[sql.utf8Start] { return statement }
        let text = UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)
        let statement = try prepare(text, Int32(sql.utf8CodeUnitCount))
        prepared[sql.utf8Start] = statement
        return statement
    }

    /// The same for a query that readers use too.
    func prepare(composed sql: String) throws(StoreError) -> SQLStatement {
        if let statement = composed[sql] { return statement }
        let statement = try prepare(sql, -1)
        composed[sql] = statement
        return statement
    }

    private func prepare(_ text: UnsafePointer<CChar>, _ count: Int32) throws(StoreError) -> SQLStatement {
        var pointer: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let code = sqlite3_prepare_v3(handle, text, count, flags, &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw StoreError(connection: handle) }
        return SQLStatement(pointer: pointer)
    }

    func run(_ sql: StaticString) throws(StoreError) {
        try prepare(sql).run()
    }

    /// False after SQLite ended the transaction by itself, which a full or failing disk makes it do.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Rows touched by the last statement.
    var changes: Int { Int(sqlite3_changes(handle)) }

    /// Rows touched since the connection was opened, those of shadow tables too.
    var totalChanges: Int { Int(sqlite3_total_changes(handle)) }

    /// Works the log into the file and lets go of all statements, so that the connection can be closed.
    ///
    /// The log is emptied here, since a reader that is closed last cannot do it; an empty log marks an orderly end.
    func finish() {
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        for statement in prepared.values { sqlite3_finalize(statement.pointer) }
        for statement in composed.values { sqlite3_finalize(statement.pointer) }
        prepared = [:]
        composed = [:]
    }
}
