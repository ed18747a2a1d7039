import DBusWire
import Glibc

/// The end of a file that lines are appended to (`>> FILE`): it tells what an earlier run has written but could not
/// acknowledge before it was killed.
struct AppendedFile {
    /// How far back the last line is looked for; no line is longer.
    private static let reach = 4 << 20

    private let file: OwnedDescriptor
    private let size: Int
    /// Where the last whole line ends.
    private let end: Int
    private let lastLine: String
    /// What stands behind it: a line that was cut off.
    private let rest: String

    /// nil where the descriptor is no file, or is not appended to, or the file cannot be read.
    init?(_ descriptor: Int32) {
        guard Self.isFile(descriptor), fcntl(descriptor, F_GETFL) & O_APPEND != 0 else { return nil }
        let number = open("/proc/self/fd/\(descriptor)", O_RDWR | O_CLOEXEC)
        guard number >= 0 else { return nil }
        file = OwnedDescriptor(taking: number)
        guard let (bytes, start) = Self.lastBytes(of: number) else { return nil }
        let line = UInt8(ascii: "\n")
        let whole = bytes.lastIndex(of: line).map { $0 + 1 } ?? 0
        rest = String(decoding: bytes[whole...], as: UTF8.self)
        let before = bytes[..<max(whole - 1, 0)]
        lastLine = String(decoding: before[(before.lastIndex(of: line).map { $0 + 1 } ?? 0)...], as: UTF8.self)
        end = start + whole
        size = start + bytes.count
    }

    static func isFile(_ descriptor: Int32) -> Bool {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    private static func lastBytes(of file: Int32) -> (bytes: [UInt8], start: Int)? {
        let size = Int(lseek(file, 0, SEEK_END))
        guard size >= 0 else { return nil }
        let start = max(0, size - reach)
        var isComplete = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
            while count < size - start {
                let part = pread(
                    file, buffer.baseAddress.map { $0 + count }, size - start - count, off_t(start + count))
                if part < 0 && errno == EINTR { continue }
                guard part > 0 else {
                    isComplete = false
                    return
                }
                count += part
            }
        }
        return isComplete ? (bytes, start) : nil
    }

    /// Compares the file's end with the events that come first, and removes the beginning of the next one.
    /// - Returns: how many of them stand in the file.
    func reconcile(with lines: ArraySlice<EventLine>) -> Int {
        let written = lines.firstIndex { lastLine.hasPrefix($0.head) }.map { $0 - lines.startIndex + 1 } ?? 0
        guard !rest.isEmpty else { return written }
        let next = lines.dropFirst(written).first
        if let next, next.head.hasPrefix(rest) || rest.hasPrefix(next.head) {
            ftruncate(file.number, off_t(end))
        } else {
            // Not ours: it stays, and our lines begin on one of their own.
            _ = pwrite(file.number, "\n", 1, off_t(size))
        }
        return written
    }
}
