/// Why the store could not do what was asked.
public struct StoreError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong, for decisions.  Open: new kinds may come.
    public struct Kind: Hashable, Sendable {
        /// Stable, lower case with hyphens.
        public let code: String

        /// A file or folder others can read or change, or one that is not ours; nothing was opened.
        public static let unsafeFiles = Kind(code: "unsafe-files")
        /// The database was written by a later version of Saluton; nothing was changed.
        public static let newerSchema = Kind(code: "newer-schema")
        /// The file is a database of another program.
        public static let foreignFile = Kind(code: "foreign-file")
        /// What SQLite finds in the file contradicts itself, or is no database at all.
        public static let damaged = Kind(code: "damaged")
        /// No room left; nothing of the batch was stored, and it can be tried again when there is room.
        public static let diskFull = Kind(code: "disk-full")
        /// The file or its file system cannot be written.
        public static let readOnly = Kind(code: "read-only")
        /// Another process holds the database.
        public static let busy = Kind(code: "busy")
        /// The disk or file system answers with errors.
        public static let diskFailure = Kind(code: "disk-failure")
        /// There is no account with this id, any more or at all.
        public static let noSuchAccount = Kind(code: "no-such-account")
        /// There is an account with this id or address already.
        public static let accountExists = Kind(code: "account-exists")
        /// The store was closed.
        public static let closed = Kind(code: "closed")
        /// Something SQLite reports that should not happen.
        public static let failed = Kind(code: "store-failed")
    }

    public let kind: Kind
    /// For logs: what was attempted, on what, and what SQLite or the system said.  Never the values stored.
    public let detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { "\(kind.code): \(detail)" }

    /// Whether trying again later can succeed without anybody changing files or versions.
    public var isTemporary: Bool {
        [Kind.diskFull, .readOnly, .busy, .diskFailure].contains(kind)
    }
}
