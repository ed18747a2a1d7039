internal import Foundation
internal import Glibc

/// A server of one test on loopback that does exactly what its scripts say, good or evil.
///
/// Each connection runs the next script on a thread of its own; the last one serves all further connections.  When a
/// script ends, the server reads on until the client has closed, so that everything it said is known.
public final class HostileServer: Sendable {
    public typealias Script = @Sendable (HostileConversation) throws -> Void

    public enum Failure: Error {
        case socket(String)
        case ended(String)
        case timedOut(String)
        case tls(String)
    }

    public let port: UInt16
    private let listener: Int32
    private let log = TranscriptLog()

    public init(_ scripts: Script...) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw Failure.socket("socket") }
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isBound else { throw Failure.socket("bind") }
        port = UInt16(bigEndian: address.sin_port)
        // A client that has gone is an error of the write, not the end of all tests.
        signal(SIGPIPE, SIG_IGN)
        let log = log
        Thread.detachNewThread {
            var served = 0
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { break }
                let (index, script) = (served, scripts[min(served, scripts.count - 1)])
                served += 1
                Thread.detachNewThread {
                    let conversation = HostileConversation(client)
                    var problem: String?
                    do { try script(conversation) } catch { problem = "\(error)" }
                    conversation.drain()
                    if conversation.hasTimedOut { problem = "the client did not close" }
                    log.finish(index, Transcript(text: conversation.transcript, problem: problem))
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
    }

    /// What the client said on its n-th connection, once it has closed it.
    public func transcript(_ index: Int = 0) async -> Transcript { await log.wait(index) }

    /// How many connections have ended so far.
    public var ended: Int { log.count }
}

/// All that a client said, decrypted, on one connection.
public struct Transcript: Sendable {
    public let text: String
    /// Where the script could not go on; `nil` when it ran to its end.
    public let problem: String?

    /// Whether a password, or what it can be guessed from, has left.
    public func contains(anyOf secrets: [String]) -> Bool { secrets.contains { text.contains($0) } }
}

final class TranscriptLog: @unchecked Sendable {
    // Guarded by the lock: filled by server threads, read by tests.
    private let lock = NSLock()
    private var finished: [Int: Transcript] = [:]
    private var waiting: [Int: [CheckedContinuation<Transcript, Never>]] = [:]

    var count: Int { lock.withLock { finished.count } }

    func finish(_ index: Int, _ transcript: Transcript) {
        let resumed = lock.withLock {
            finished[index] = transcript
            return waiting.removeValue(forKey: index) ?? []
        }
        for continuation in resumed { continuation.resume(returning: transcript) }
    }

    func wait(_ index: Int) async -> Transcript {
        await withCheckedContinuation { continuation in
            let known: Transcript? = lock.withLock {
                if let transcript = finished[index] { return transcript }
                waiting[index, default: []].append(continuation)
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }
}
