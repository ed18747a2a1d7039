import GRDBSQLite

/// A prepared statement of one connection, used only where that connection is.
///
/// Values are bound by position, from 1; columns are read by position, from 0.
struct SQLStatement {
    let pointer: OpaquePointer

    // MARK: Running

    /// Goes to the next row; false when there is none.
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw StoreError(connection: sqlite3_db_handle(pointer))
        }
    }

    /// Runs a statement without rows and makes it ready for the next use.
    func run() throws(StoreError) {
        defer { reset() }
        while try step() {}
    }

    /// Ends a use; the values bound are forgotten.
    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    // MARK: Binding

    func bind(_ index: Int32, _ value: Int64) {
        check(sqlite3_bind_int64(pointer, index, value))
    }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { bind(index, value) }
    }

    func bind(_ index: Int32, _ value: Bool) {
        bind(index, Int64(value ? 1 : 0))
    }

    func bind(_ index: Int32, _ value: String) {
        var value = value
        let code = value.withUTF8 { text in
            sqlite3_bind_text(pointer, index, text.baseAddress, Int32(clamping: text.count), Self.copied)
        }
        check(code)
    }

    /// Nothing bound is NULL.
    func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) }
    }

    func bind(_ index: Int32, _ value: [UInt8]?) {
        guard let value else { return }
        let code = value.withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, index, 0)
                : sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(clamping: bytes.count), Self.copied)
        }
        check(code)
    }

    /// Texts are bounded before they get here, so that a refusal is a mistake in our own SQL.
    private func check(_ code: Int32) {
        precondition(code == SQLITE_OK, "SQLite refused a value")
    }

    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    // MARK: Reading

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_NULL
    }

    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(pointer, column)
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func bool(_ column: Int32) -> Bool {
        integer(column) != 0
    }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(pointer, column) else { return "" }
        let count = Int(sqlite3_column_bytes(pointer, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    func optionalBytes(_ column: Int32) -> [UInt8]? {
        guard !isNull(column) else { return nil }
        guard let start = sqlite3_column_blob(pointer, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }
}
