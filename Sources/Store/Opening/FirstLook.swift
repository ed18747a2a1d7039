import GRDB
import Glibc

/// What a database file says about itself before anything is opened for writing.
///
/// A file that is not ours, or too new, must stay as it is to the last byte, and so must its log: opening it for
/// writing would already turn its journal into a log, and closing it would work the log in.
struct FirstLook {
    /// Where SQLite keeps its name, `user_version` and `application_id`, big-endian (SQLite file format §1.3).
    private static let magic = Array("SQLite format 3\0".utf8)
    private static let headerSize = 100
    private static let versionPlace = 60
    private static let applicationPlace = 68

    let file: String
    let schema: Schema

    /// Refuses what is damaged, foreign or too new.
    /// - Parameter hasLog: whether changes wait in the log; what they say counts then.
    func refuse(hasLog: Bool) throws(StoreError) {
        let header = try header()
        guard header.count == Self.headerSize, header.starts(with: Self.magic) else {
            throw StoreError(.damaged, "the file is no SQLite database")
        }
        let (version, application) = (
            Self.number(header, Self.versionPlace), Self.number(header, Self.applicationPlace)
        )
        if version != 0 || application != 0 { try schema.refuse(version, of: application) }
        guard hasLog || application == 0 else { return }
        try lookInside()
    }

    /// Reads through SQLite, the log included, on a connection that cannot write.
    private func lookInside() throws(StoreError) {
        do {
            var settings = Configuration()
            settings.readonly = true
            settings.busyMode = .timeout(ConnectionSettings.busySeconds)
            let queue = try DatabaseQueue(path: file, configuration: settings)
            defer { try? queue.close() }
            try queue.inDatabase { _ = try schema.version(of: $0) }
        } catch {
            throw StoreError(error)
        }
    }

    private func header() throws(StoreError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw StoreError(.diskFailure, "\(file) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: Self.headerSize) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, Self.headerSize, 0))
        }
    }

    private static func number(_ header: [UInt8], _ place: Int) -> Int32 {
        Int32(bitPattern: header[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) })
    }
}
