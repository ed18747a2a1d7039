import Glibc
import Logging

/// Lines of text on a descriptor: standard error, or a file that is appended to.
public final class FileSink: LogSink {
    private let descriptor: Int32
    private let isOwned: Bool

    /// Writes to standard error.
    public init() {
        descriptor = STDERR_FILENO
        isOwned = false
    }

    /// Appends to a file, which is made with mode 0600 where it is missing; `nil` when it cannot be opened.
    public init?(path: String) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        isOwned = true
        if descriptor < 0 { return nil }
    }

    deinit { if isOwned { close(descriptor) } }

    public func write(_ line: LogLine) {
        var seconds = time_t(line.time / 1_000_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var stamp = [CChar](repeating: 0, count: 32)
        let length = strftime(&stamp, stamp.count, "%Y-%m-%dT%H:%M:%S", &parts)
        let moment = String(decoding: stamp[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fraction = String(line.time.magnitude % 1_000_000 / 1_000 + 1_000).dropFirst()
        var text = "\(moment).\(fraction)Z \(line.level.rawValue) \(line.label): \(line.text)\n"
        // A full disk or a closed terminal must not stop the daemon: what cannot be written is dropped.
        text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
