import GRDBSQLite

/// The one connection that writes, with its statements kept prepared.
///
/// GRDB opens and closes it and owns its queue; statements go to SQLite directly, since a message must cost microseconds.
final class WriterConnection {
    private let handle: OpaquePointer
    private var prepared: [UnsafePointer<UInt8>: SQLStatement] = [:]

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    /// The prepared form of a statement written in the source.
    func prepare(_ sql: StaticString) throws(StoreError) -> SQLStatement {
        if let statement = prepared[sql.utf8Start] { return statement }
        var pointer: OpaquePointer?
        let text = UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let code = sqlite3_prepare_v3(handle, text, Int32(sql.utf8CodeUnitCount), flags, &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw StoreError(connection: handle) }
        let statement = SQLStatement(pointer: pointer)
        prepared[sql.utf8Start] = statement
        return statement
    }

    func run(_ sql: StaticString) throws(StoreError) {
        try prepare(sql).run()
    }

    /// False after SQLite ended the transaction by itself, which a full or failing disk makes it do.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Rows touched by the last statement.
    var changes: Int { Int(sqlite3_changes(handle)) }

    /// Lets go of all statements, so that the connection can be closed.
    func finish() {
        for statement in prepared.values { sqlite3_finalize(statement.pointer) }
        prepared = [:]
    }
}
