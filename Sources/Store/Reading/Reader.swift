import Domain
import GRDB
import XMPPAddresses

/// A look at the database as it was committed at one moment.
struct Reader {
    private let source: Source

    private enum Source {
        case reader(Database)
        case writer(WriterConnection)
    }

    init(database: Database) {
        source = .reader(database)
    }

    /// What the transaction at hand sees.
    init(_ connection: WriterConnection) {
        source = .writer(connection)
    }

    /// The prepared form of a query, kept with its connection.  Not to be used twice at the same time.
    func prepare(_ sql: String) throws(StoreError) -> SQLStatement {
        switch source {
        case .writer(let connection): return try connection.prepare(composed: sql)
        case .reader(let database):
            do {
                return SQLStatement(pointer: try database.cachedStatement(sql: sql).sqliteStatement)
            } catch {
                throw StoreError(error)
            }
        }
    }

    /// All rows of a query.
    func all<Value>(
        _ sql: String, _ bind: (SQLStatement) -> Void, _ value: (SQLStatement) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
        let statement = try prepare(sql)
        defer { statement.reset() }
        bind(statement)
        var values: [Value] = []
        while try statement.step() { values.append(try value(statement)) }
        return values
    }

    /// The first row of a query; `nil`: no row.
    func first<Value>(
        _ sql: String, _ bind: (SQLStatement) -> Void, _ value: (SQLStatement) throws(StoreError) -> Value
    ) throws(StoreError) -> Value? {
        let statement = try prepare(sql)
        defer { statement.reset() }
        bind(statement)
        return try statement.step() ? try value(statement) : nil
    }

    /// An address that was stored as prepared; anything else means the file is damaged.
    func address(_ text: String) throws(StoreError) -> BareJID {
        do {
            return try BareJID(text)
        } catch {
            throw StoreError(.damaged, "an address in the database is none")
        }
    }

    func account(_ text: String) throws(StoreError) -> AccountID {
        guard let id = AccountID(text) else { throw StoreError(.damaged, "an account id in the database is none") }
        return id
    }
}

extension Store {
    /// Reads on a reader's thread; never waits for the writer.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Reader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { answer in
            reading.run { [database] in
                do {
                    let value = try database.read { try body(Reader(database: $0)) }
                    answer.resume(returning: .success(value))
                } catch {
                    answer.resume(returning: .failure(StoreError(error)))
                }
            }
        }
        return try result.get()
    }
}
