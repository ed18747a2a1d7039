import Domain
import GRDB
import Synchronization

@testable import Store

extension Store {
    /// Runs a statement on the writer's connection: to limit the disk, to forbid writing, to look at what is there.
    func execute(_ sql: String) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// What SQLite says when it looks through the whole file.
    func integrity() throws -> [String] {
        try database.writeWithoutTransaction { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    }

    /// What a setting of the writing connection is now.
    func pragma(_ name: String) throws -> String? {
        try database.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    /// A number that a query gives.
    func count(_ sql: String) throws -> Int64 {
        try database.writeWithoutTransaction { try Int64.fetchOne($0, sql: sql) ?? 0 }
    }

    /// Every line of the schema, in order.
    func schema() throws -> [String] {
        try database.writeWithoutTransaction {
            try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        }
    }

    /// Commits several batches as if all had waited while another was written.
    func commitGroup(_ batches: [Batch]) -> [Result<Committed, StoreError>] {
        database.writeWithoutTransaction { _ in writer.withLock { $0?.commit(batches) } ?? [] }
    }
}
