import Glibc
import Logging

/// The systemd journal, by its native datagram protocol.
public final class JournalSink: LogSink {
    private let descriptor: Int32

    /// Connects to the journal's socket; `nil` when there is none.
    public init?(path: String = "/run/systemd/journal/socket") {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            close(descriptor)
            return nil
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
        }
        guard isConnected else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    public func write(_ line: LogLine) {
        let text = """
            MESSAGE=\(line.text)
            PRIORITY=\(Self.priority(line.level))
            SYSLOG_IDENTIFIER=salutond
            SALUTON_LABEL=\(line.label)

            """
        var copy = text
        copy.withUTF8 { _ = send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Syslog priorities (RFC 5424 §6.2.1).
    static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
