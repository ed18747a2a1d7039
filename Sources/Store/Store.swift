public import Domain
import GRDB
import Synchronization

/// Everything Saluton remembers, in one SQLite database: one writer, many readers.
///
/// Changes go in as batches (`commit`); what was returned as committed survives a loss of power.  Reading never waits
/// for writing.  The caller makes sure that only one process opens a file.
public final class Store: Sendable {
    /// Capability hashes kept at most.
    public static let capabilityBound: Int64 = 1_000

    let database: any DatabaseWriter
    let writing = StoreThreads(1)
    let reading = StoreThreads(ConnectionSettings.readers)
    let writer = Mutex<Writer?>(nil)
    let waiting = Mutex(WaitingBatches())
    let highlighter = Mutex<SearchHighlighter?>(nil)
    let observer = Mutex<CommitObserver?>(nil)

    /// Opens a database file, making it, its folder and its tables when they are not there.
    ///
    /// Folder and file must belong to the user and be closed to everybody else.  A file that was not closed in order is
    /// looked through first; an older one is copied beside itself and brought up to date.
    /// - Throws: `.unsafeFiles`, `.newerSchema`, `.foreignFile`, `.damaged`, `.diskFull`, `.readOnly`, `.busy`,
    ///   `.diskFailure`.
    public static func open(
        at file: String, clock: @escaping @Sendable () -> Timestamp
    ) throws(StoreError) -> Store {
        try open(at: file, migrations: Migration.all, clock: clock)
    }

    static func open(
        at file: String, migrations: [Migration], clock: @escaping @Sendable () -> Timestamp
    ) throws(StoreError) -> Store {
        let opening = Opening(file: file, schema: Schema(migrations: migrations))
        return try Store(try opening.open(), clock)
    }

    /// A database that lives in memory only, for tests.
    public static func inMemory(clock: @escaping @Sendable () -> Timestamp) throws(StoreError) -> Store {
        do {
            let queue = try DatabaseQueue(configuration: ConnectionSettings.configuration)
            let schema = Schema(migrations: Migration.all)
            try queue.writeWithoutTransaction { try schema.migrate($0, from: 0) }
            return try Store(queue, clock)
        } catch {
            throw StoreError(error)
        }
    }

    private init(_ database: any DatabaseWriter, _ clock: @escaping @Sendable () -> Timestamp) throws(StoreError) {
        self.database = database
        database.writeWithoutTransaction { database in
            // A pointer may not cross into the lock; its address may, and the writer's queue is where both belong.
            let address = UInt(bitPattern: database.sqliteConnection)
            writer.withLock { writer in
                guard let handle = OpaquePointer(bitPattern: address) else { return }
                writer = Writer(WriterConnection(handle), clock: clock)
            }
        }
    }

    /// Finishes what is being written and closes the file; whatever is asked afterwards fails with `.closed`.
    public func close() throws(StoreError) {
        database.writeWithoutTransaction { _ in
            writer.withLock { writer in
                writer?.connection.finish()
                writer = nil
            }
        }
        do {
            try database.close()
        } catch {
            throw StoreError(error)
        }
    }
}

/// Who is told what was committed.
///
/// A value around the function: a bare function in a generic place is wrapped anew at each look, and the wrappings stay.
struct CommitObserver: Sendable {
    let tell: @Sendable (Committed) -> Void
}
