import GRDB
import GRDBSQLite
import Glibc

extension StoreError {
    /// Translates what the connection reports last.
    init(connection: OpaquePointer?) {
        let systemError = errno
        self.init(
            code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)))
        // To SQLite only a full file system is full; a quota or a limit on the size of files is no failure either.  It
        // does not keep what the system said when a transaction ends, but nothing is asked of the system after that.
        if kind == .diskFailure, systemError == EDQUOT || systemError == EFBIG { self.init(.diskFull, detail) }
    }

    /// Translates what GRDB throws; its own description would show values, its message does not.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "no message")
        default: self.init(.failed, "\(type(of: error))")
        }
    }

    init(code: Int32, message: String) {
        self.init(Self.kind(of: code), "SQLite \(code), \(message)")
    }

    private static func kind(of code: Int32) -> Kind {
        switch code & 0xFF {
        case SQLITE_FULL: .diskFull
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case SQLITE_IOERR, SQLITE_CANTOPEN: .diskFailure
        // What GRDB answers for a connection that was closed; our own use of SQLite does not get there.
        case SQLITE_MISUSE: .closed
        default: .failed
        }
    }
}
