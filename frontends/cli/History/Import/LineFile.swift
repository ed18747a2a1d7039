import FrontendKit
@preconcurrency import Glibc

/// A file of lines, read as it is needed.
final class LineFile {
    enum Line: Equatable {
        case text(String)
        /// It cannot be read: why.
        case unreadable(String)
    }

    /// What one call of the bus may carry.
    private static let limit = 1 << 20
    private let descriptor: Int32
    private let path: String
    private var bytes: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Number of the line that was read last; the first is 1.
    private(set) var number = 0

    /// - Parameter path: `-` for standard input.
    init(_ path: String) throws(Failure) {
        self.path = path == "-" ? "standard input" : path
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.cannotRead(path) }
    }

    deinit { close(descriptor) }

    /// The next line without its end; nil at the end of the file.
    func next() throws(Failure) -> Line? {
        var searched = 0
        while true {
            let rest = bytes[start...].dropFirst(searched)
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) { return take(upTo: end, next: end + 1) }
            if isAtEnd { return start < bytes.count ? take(upTo: bytes.count, next: bytes.count) : nil }
            guard bytes.count - start <= Self.limit else { return try skipLine() }
            searched = bytes.count - start
            try fill()
        }
    }

    private func take(upTo end: Int, next: Int) -> Line {
        defer { start = next }
        number += 1
        var line = bytes[start..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard line.count <= Self.limit else { return .unreadable("longer than 1 MiB") }
        return String(validating: line, as: UTF8.self).map(Line.text) ?? .unreadable("not UTF-8")
    }

    /// What is too long is passed over without being kept.
    private func skipLine() throws(Failure) -> Line {
        number += 1
        while true {
            if let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                start = end + 1
                break
            }
            start = bytes.count
            if isAtEnd { break }
            try fill()
        }
        return .unreadable("longer than 1 MiB")
    }

    private func fill() throws(Failure) {
        bytes.removeSubrange(..<start)
        start = 0
        let part = [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
            var result = 0
            repeat { result = read(descriptor, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
            isAtEnd = result <= 0
            hasFailed = result < 0
            count = max(0, result)
        }
        guard !hasFailed else { throw Self.cannotRead(path) }
        bytes += part
    }

    private var hasFailed = false

    private static func cannotRead(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(.storage, name: "CannotRead", "\(RemoteText(path).printable): \(reason)")
    }
}
