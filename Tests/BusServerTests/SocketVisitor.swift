import DBusWire
import Foundation
import Glibc
import SocketWire

/// A raw caller at the socket.
final class SocketVisitor: @unchecked Sendable {
    // Used by one test, one call after the other.
    let socket: OwnedDescriptor
    private var lines = LineSplitter(limit: .max)

    init(_ socket: OwnedDescriptor, isBlocking: Bool) {
        self.socket = socket
        if !isBlocking { _ = fcntl(socket.number, F_SETFL, O_NONBLOCK) }
    }

    func write(_ text: String) { write(Array(text.utf8) + [0x0A]) }

    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = send(socket.number, Array(rest), rest.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether the other end takes a line within so many milliseconds.
    func isWritten(_ text: String, within patience: Int32) -> Bool {
        var rest = (Array(text.utf8) + [0x0A])[...]
        while !rest.isEmpty {
            var place = pollfd(fd: socket.number, events: Int16(POLLOUT), revents: 0)
            guard poll(&place, 1, patience) == 1 else { return false }
            rest = rest.dropFirst(max(0, send(socket.number, Array(rest), rest.count, Int32(MSG_NOSIGNAL))))
        }
        return true
    }

    func endWriting() { shutdown(socket.number, Int32(SHUT_WR)) }

    /// The next line; nil at the end.  Waits on a thread of its own: tests share few, and the daemon's work needs them.
    func line() async -> String? {
        if let line = lines.next() { return String(decoding: line, as: UTF8.self) }
        return await withCheckedContinuation { done in
            Thread.detachNewThread { [self] in done.resume(returning: read()) }
        }
    }

    private func read() -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let line = lines.next() { return String(decoding: line, as: UTF8.self) }
            let count = Glibc.read(socket.number, &buffer, buffer.count)
            guard count > 0 else { return nil }
            lines.append(buffer[..<count])
        }
    }

    /// Whether a call gets its answer.
    func answers(_ call: String) async -> Bool {
        write(call)
        return await line()?.contains("result") == true
    }
}
