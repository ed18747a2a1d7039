internal import Foundation
internal import Glibc

/// The line between a client and a server of one test, which can be cut, fall silent or become slow.
///
/// Listens on loopback and passes on to a port there what it gets, both ways.
public final class Link: @unchecked Sendable {
    // All that changes is guarded by the condition.
    public enum Failure: Error { case socket(String) }

    /// What clients connect to.
    public let port: UInt16
    private let target: UInt16
    private let listener: Int32
    private let condition = NSCondition()
    private var pairs: [Int: Pair] = [:]
    private var made = 0
    private var delay: TimeInterval = 0
    private var remaining: Int?

    private struct Pair {
        let client: Int32
        let server: Int32
        var isSilent = false
        var openWays = 2
    }

    public init(to target: UInt16) throws {
        self.target = target
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw Failure.socket("socket") }
        self.listener = listener
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var address = Self.loopback(0)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isBound else { throw Failure.socket("bind") }
        port = UInt16(bigEndian: address.sin_port)
        signal(SIGPIPE, SIG_IGN)
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { break }
                guard let self else {
                    close(client)
                    break
                }
                self.join(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    // MARK: What can happen to it

    /// Ends all connections at once; new ones are taken.
    public func cut() {
        condition.withLock { cutAll() }
    }

    /// Ends all connections once so many more bytes went through, whichever way, be it amid a stanza.
    public func cut(after bytes: Int) {
        condition.withLock { remaining = bytes }
    }

    /// Forgets about a cut to come.
    public func mend() {
        condition.withLock { remaining = nil }
    }

    /// Nothing goes through any more on the connections there are, and neither side is told; new ones are taken.
    public func fallSilent() {
        condition.withLock { for key in pairs.keys { pairs[key]?.isSilent = true } }
    }

    /// Whatever is passed on waits so long before; zero: no longer.
    public func setDelay(seconds: Double) {
        condition.withLock { delay = seconds }
    }

    /// How many connections were made so far.
    public var connections: Int { condition.withLock { made } }

    // MARK: Passing on

    private func join(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = Self.loopback(target)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(client)
            close(server)
            return
        }
        let key = condition.withLock {
            made += 1
            pairs[made] = Pair(client: client, server: server)
            return made
        }
        for (source, sink) in [(client, server), (server, client)] {
            // The link lives until both ways have ended.
            Thread.detachNewThread { self.pass(key, from: source, to: sink) }
        }
    }

    private func pass(_ key: Int, from source: Int32, to sink: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            guard count > 0, let allowed = admit(key, count), write(buffer.prefix(allowed), to: sink) else { break }
            guard allowed == count else {
                cut()
                break
            }
        }
        condition.withLock {
            guard var pair = pairs[key] else { return }
            pair.openWays -= 1
            shutdown(sink, Int32(SHUT_WR))
            pairs[key] = pair
            guard pair.openWays == 0 else { return }
            pairs[key] = nil
            close(pair.client)
            close(pair.server)
        }
    }

    /// How many of the bytes may pass, once they may; `nil`: none, ever.
    private func admit(_ key: Int, _ count: Int) -> Int? {
        let wait = condition.withLock { delay }
        if wait > 0 { Thread.sleep(forTimeInterval: wait) }
        return condition.withLock {
            while pairs[key]?.isSilent == true { condition.wait() }
            guard pairs[key] != nil else { return nil }
            guard let left = remaining else { return count }
            remaining = left >= count ? left - count : nil
            return min(left, count)
        }
    }

    private func write(_ bytes: ArraySlice<UInt8>, to sink: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = send(sink, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, 0)
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// Under the condition's lock.  The passing threads close what they used.
    private func cutAll() {
        for key in pairs.keys {
            guard let pair = pairs[key] else { continue }
            pairs[key]?.isSilent = false
            for side in [pair.client, pair.server] { shutdown(side, Int32(SHUT_RDWR)) }
        }
        condition.broadcast()
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return address
    }
}
