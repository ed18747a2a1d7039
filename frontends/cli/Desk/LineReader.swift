import DBusWire
import FrontendKit
@preconcurrency import Glibc

/// Reads lines from a pipe until its other end is closed.
struct LineReader {
    /// Longer lines are handed on in pieces.
    private static let limit = 1 << 20
    private let descriptor: OwnedDescriptor

    init(_ descriptor: OwnedDescriptor) { self.descriptor = descriptor }

    func eachLine(_ take: (String) throws -> Void) async throws {
        var rest: [UInt8] = []
        while let part = await nextPart() {
            rest += part
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                try take(String(decoding: rest[..<end], as: UTF8.self))
                rest.removeSubrange(...end)
            }
            if rest.count >= Self.limit {
                try take(String(decoding: rest, as: UTF8.self))
                rest = []
            }
        }
        if !rest.isEmpty { try take(String(decoding: rest, as: UTF8.self)) }
    }

    /// A thread of its own waits: what answers us may need the few that tasks share.
    private func nextPart() async -> [UInt8]? {
        await withCheckedContinuation { done in
            DetachedThread.run { done.resume(returning: readPart()) }
        }
    }

    private func readPart() -> [UInt8]? {
        let part = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            var result = 0
            repeat {
                result = read(descriptor.number, buffer.baseAddress, buffer.count)
            } while result < 0 && errno == EINTR
            count = max(0, result)
        }
        return part.isEmpty ? nil : part
    }
}
