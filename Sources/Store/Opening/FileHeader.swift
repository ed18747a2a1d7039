import Glibc

/// What the first bytes of a database file say, read without SQLite: opening a file in its way may already change it
/// (the SQLite file format, §1.3).
struct FileHeader {
    let version: Int32
    let application: Int32

    private static let magic = Array("SQLite format 3\0".utf8)
    private static let size = 100

    /// `nil`: the file is empty.
    init?(of path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw StoreError(.diskFailure, "\(path) cannot be read: error \(errno)") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: Self.size)
        let count = pread(file, &bytes, Self.size, 0)
        guard count != 0 else { return nil }
        guard count == Self.size, bytes.starts(with: Self.magic) else {
            throw StoreError(.damaged, "the file is no database")
        }
        version = Self.number(bytes[60..<64])
        application = Self.number(bytes[68..<72])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int32 {
        Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })
    }
}
