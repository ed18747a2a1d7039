internal import COpenSSL
internal import Glibc

/// The server's side of one connection.  Blocks; used by one thread.
public final class HostileConversation {
    private let descriptor: Int32
    private var context: OpaquePointer?
    private var connection: OpaquePointer?
    private var unread: [UInt8] = []
    private var everything: [UInt8] = []
    /// Whether the client neither spoke nor closed for long.
    private(set) var hasTimedOut = false

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        SSL_free(connection)
        SSL_CTX_free(context)
        Glibc.close(descriptor)
    }

    /// All that was said so far, decrypted.
    var transcript: String { String(decoding: everything, as: UTF8.self) }

    // MARK: Steps

    /// Reads until the text has come, and returns everything up to its end.
    @discardableResult
    public func expect(_ text: String) throws -> String {
        let wanted = Array(text.utf8)
        while true {
            if let end = end(of: wanted) {
                defer { unread.removeFirst(end) }
                return String(decoding: unread.prefix(end), as: UTF8.self)
            }
            try fill(text)
        }
    }

    /// Reads a whole start tag or empty element that begins so.
    @discardableResult
    public func expectTag(_ start: String) throws -> String {
        let before = try expect(start)
        return before + (try expect(">"))
    }

    public func expectHeader() throws { try expectTag("<stream:stream") }

    public func send(_ text: String) throws { try send(bytes: Array(text.utf8)) }

    public func send(bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                connection.map { Int(SSL_write($0, rest.baseAddress, Int32(rest.count))) }
                    ?? Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw HostileServer.Failure.ended("sending") }
            sent += count
        }
    }

    /// The server's part of a TLS handshake.
    public func startTLS(_ identity: TestIdentity, version: Int32? = nil, asksForCertificate: Bool = false) throws {
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw HostileServer.Failure.tls("context") }
        self.context = context
        // Weak certificates are the client's to refuse.
        SSL_CTX_set_security_level(context, 0)
        if asksForCertificate { SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { _, _ in 1 } }
        if let version { _ = saluton_ssl_limit_version(context, version, version) }
        guard SSL_CTX_use_certificate_chain_file(context, identity.certificateFile) == 1,
            SSL_CTX_use_PrivateKey_file(context, identity.keyFile, SSL_FILETYPE_PEM) == 1
        else { throw HostileServer.Failure.tls("certificate") }
        guard let connection = SSL_new(context) else { throw HostileServer.Failure.tls("connection") }
        SSL_set_fd(connection, descriptor)
        guard SSL_accept(connection) == 1 else {
            SSL_free(connection)
            throw HostileServer.Failure.tls("handshake")
        }
        self.connection = connection
    }

    /// Whether the client showed a certificate of its own.
    public var hasClientCertificate: Bool { connection.flatMap { SSL_get0_peer_certificate($0) } != nil }

    /// What the client put into SNI.
    public var serverName: String? {
        connection.flatMap { SSL_get_servername($0, TLSEXT_NAMETYPE_host_name) }.map { String(cString: $0) }
    }

    /// Our own exporter, to compare with what the client binds to (RFC 9266 §2).
    public var exporter: [UInt8] {
        var material = [UInt8](repeating: 0, count: 32)
        let label = Array("EXPORTER-Channel-Binding".utf8).map { CChar(bitPattern: $0) }
        guard let connection,
            SSL_export_keying_material(connection, &material, 32, label, label.count, material, 0, 1) == 1
        else { return [] }
        return material
    }

    /// Says nothing more, until the client has had enough.
    public func stall() {
        whenStalling?()
        drain()
    }

    /// Called when a stall begins, to let a test act at that point.
    public var whenStalling: (() -> Void)?

    /// Reads exactly so many bytes.
    public func read(_ count: Int) throws -> [UInt8] {
        while unread.count < count { try fill("\(count) bytes") }
        defer { unread.removeFirst(count) }
        return Array(unread.prefix(count))
    }

    /// Cuts the connection, without a word.
    public func cut() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    // MARK: Reading

    /// Reads until the client closes or is silent for long.
    func drain() {
        while (try? fill("")) != nil { unread.removeAll() }
    }

    private func fill(_ wanted: String) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        errno = 0
        let count = buffer.withUnsafeMutableBytes { buffer in
            connection.map { Int(SSL_read($0, buffer.baseAddress, Int32(buffer.count))) }
                ?? recv(descriptor, buffer.baseAddress, buffer.count, 0)
        }
        guard count > 0 else {
            hasTimedOut = errno == EAGAIN
            throw HostileServer.Failure.ended("waiting for \(wanted)")
        }
        unread += buffer.prefix(count)
        everything += buffer.prefix(count)
    }

    private func end(of wanted: [UInt8]) -> Int? {
        guard unread.count >= wanted.count else { return nil }
        for start in 0...(unread.count - wanted.count) where unread[start...].starts(with: wanted) {
            return start + wanted.count
        }
        return nil
    }
}
