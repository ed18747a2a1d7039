internal import DBusWire
internal import Glibc
internal import SocketWire

/// Reads the daemon's lines until the connection ends.
struct SocketReader {
    let socket: OwnedDescriptor

    /// Blocks; nil comes last.
    func run(_ take: (RPCMessage?) -> Void) {
        var lines = LineSplitter(limit: SocketLimits.answerBytes)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while !lines.isTooLong {
            let count = read(socket.number, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            lines.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            while let line = lines.next() {
                if let message = RPCMessage(line: line) { take(message) }
            }
        }
        take(nil)
    }
}
