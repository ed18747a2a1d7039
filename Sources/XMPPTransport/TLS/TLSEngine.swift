internal import COpenSSL
internal import XMPPSessions

/// One TLS connection between two buffers in memory (OpenSSL 3).  For one owner, on one thread.
///
/// The certificate is judged in the middle of the handshake: a server that fails gets an alert, and neither our
/// certificate nor a byte of the stream.
final class TLSEngine {
    enum Reading: Equatable {
        case bytes(Int)
        case nothing, closed
    }

    private let connection: OpaquePointer
    /// Owned by the connection.
    private let input: OpaquePointer
    private let output: OpaquePointer
    private let identity: PeerIdentity
    private let wantsALPN: Bool
    private var showedCertificate = false
    private(set) var isSecured = false

    init(
        _ authorities: TrustedAuthorities, identity: PeerIdentity, isDirect: Bool, certificate: Credentials.Certificate?
    ) throws(StreamProblem) {
        guard let connection = authorities.makeConnection(), let input = BIO_new(BIO_s_mem()),
            let output = BIO_new(BIO_s_mem())
        else { throw .tlsUnavailable("no memory") }
        self.connection = connection
        self.input = input
        self.output = output
        self.identity = identity
        wantsALPN = isDirect
        SSL_set_bio(connection, input, output)
        SSL_set_connect_state(connection)
        try configure(certificate)
        saluton_ssl_set_owner(connection, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { SSL_free(connection) }

    private func configure(_ certificate: Credentials.Certificate?) throws(StreamProblem) {
        ERR_clear_error()
        if let name = identity.serverName, saluton_ssl_set_server_name(connection, name) != 1 {
            throw .tlsUnavailable("server name")
        }
        if wantsALPN {
            // XEP-0368 §3; zero is success.
            let protocols = [11] + Array("xmpp-client".utf8)
            guard SSL_set_alpn_protos(connection, protocols, UInt32(protocols.count)) == 0
            else { throw .tlsUnavailable("ALPN") }
        }
        if let certificate {
            guard SSL_use_certificate_chain_file(connection, certificate.chainFile) == 1,
                SSL_use_PrivateKey_file(connection, certificate.keyFile, SSL_FILETYPE_PEM) == 1,
                SSL_check_private_key(connection) == 1
            else { throw .clientCertificateUnreadable }
            showedCertificate = true
        }
    }

    /// Bytes from the network.
    func receive(_ bytes: UnsafeRawBufferPointer) throws(StreamProblem) {
        guard BIO_write(input, bytes.baseAddress, Int32(clamping: bytes.count)) == Int32(clamping: bytes.count)
        else { throw .tlsFailed("no memory") }
    }

    /// Goes on with the handshake; true when it is over.  What to send is in `takeOutput`, also after an error.
    func shakeHands() throws(StreamProblem) -> Bool {
        ERR_clear_error()
        let done = SSL_do_handshake(connection)
        guard done == 1 else {
            let reason = SSL_get_error(connection, done)
            if reason == SSL_ERROR_WANT_READ { return false }
            let verdict = SSL_get_verify_result(connection)
            if verdict != Int(X509_V_OK) { throw .certificate(verdict) }
            throw .tlsFailed(Self.lastError())
        }
        try checkProtocol()
        isSecured = true
        return true
    }

    /// Decrypts into `buffer`, as much as there is and fits.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamProblem) -> Reading {
        var total = 0
        ERR_clear_error()
        while total < buffer.count {
            let got = SSL_read(
                connection, buffer.baseAddress?.advanced(by: total), Int32(clamping: buffer.count - total))
            if got > 0 {
                total += Int(got)
                continue
            }
            switch SSL_get_error(connection, got) {
            case SSL_ERROR_WANT_READ: return total > 0 ? .bytes(total) : .nothing
            case SSL_ERROR_ZERO_RETURN: return total > 0 ? .bytes(total) : .closed
            default:
                if total > 0 { return .bytes(total) }
                throw .tlsFailed(Self.lastError())
            }
        }
        return .bytes(total)
    }

    /// Encrypts; what comes of it is in `takeOutput`.
    func write(_ bytes: [UInt8]) throws(StreamProblem) {
        guard !bytes.isEmpty else { return }
        ERR_clear_error()
        var written = 0
        guard SSL_write_ex(connection, bytes, bytes.count, &written) == 1, written == bytes.count
        else { throw .tlsFailed(Self.lastError()) }
    }

    /// Says that nothing more will be written.
    func shutDown() {
        ERR_clear_error()
        if isSecured { SSL_shutdown(connection) }
    }

    /// How much waits to be sent.
    var pendingOutput: Int { BIO_ctrl_pending(output) }

    /// Moves what waits to be sent; returns how much.
    func takeOutput(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        max(0, Int(BIO_read(output, buffer.baseAddress, Int32(clamping: buffer.count))))
    }

    private func checkProtocol() throws(StreamProblem) {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        SSL_get0_alpn_selected(connection, &name, &length)
        guard let name, length > 0 else { return }
        let selected = UnsafeBufferPointer(start: name, count: Int(length))
        guard wantsALPN, selected.elementsEqual("xmpp-client".utf8) else { throw .wrongProtocol }
    }

    // MARK: Facts

    /// What is known of the connection; call it after the handshake.
    var facts: TLSFacts {
        let version = UInt16(clamping: SSL_version(connection))
        let cipher = SSL_get_current_cipher(connection).flatMap(SSL_CIPHER_get_name)
        return TLSFacts(
            version: version, versionName: String(cString: SSL_get_version(connection)),
            cipher: cipher.map { String(cString: $0) } ?? "", exporter: exporter(version), endPoint: endPoint,
            showedCertificate: showedCertificate)
    }

    /// RFC 9266 §2: a context of length zero, which on TLS 1.2 is not the same as none; there only with the extended
    /// master secret (§4.2).
    private func exporter(_ version: UInt16) -> [UInt8]? {
        guard version >= 0x0304 || saluton_ssl_has_extended_master_secret(connection) == 1 else { return nil }
        let label = Array("EXPORTER-Channel-Binding".utf8).map { CChar(bitPattern: $0) }
        var material = [UInt8](repeating: 0, count: 32)
        let done = SSL_export_keying_material(connection, &material, 32, label, label.count, material, 0, 1)
        return done == 1 ? material : nil
    }

    private var endPoint: [UInt8]? {
        guard let certificate = SSL_get0_peer_certificate(connection) else { return nil }
        var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        let length = Int(saluton_x509_end_point(certificate, &hash))
        return length > 0 ? Array(hash.prefix(length)) : nil
    }

    // MARK: Verification

    /// The library's judgement of the chain, and then ours of the names.
    static let verify: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Int32 = { store, _ in
        guard let store, let connection = saluton_ssl_of_store_context(store),
            let owner = saluton_ssl_owner(connection)
        else { return 0 }
        guard X509_verify_cert(store) == 1 else {
            if X509_STORE_CTX_get_error(store) == X509_V_OK {
                X509_STORE_CTX_set_error(store, X509_V_ERR_UNSPECIFIED)
            }
            return 0
        }
        let engine = Unmanaged<TLSEngine>.fromOpaque(owner).takeUnretainedValue()
        guard let certificate = X509_STORE_CTX_get0_cert(store), engine.identity.matches(names(of: certificate)) else {
            X509_STORE_CTX_set_error(store, X509_V_ERR_HOSTNAME_MISMATCH)
            return 0
        }
        return 1
    }

    /// The subject's alternative names; none when the extension is broken.
    private static func names(of certificate: OpaquePointer) -> [CertificateName] {
        var names: [CertificateName] = []
        let isReadable = withUnsafeMutablePointer(to: &names) { list in
            saluton_x509_visit_names(
                certificate,
                { kind, start, length, list in
                    guard let list, let start, length > 0 else { return }
                    let names = list.assumingMemoryBound(to: [CertificateName].self)
                    let bytes = Array(UnsafeBufferPointer(start: start, count: Int(length)))
                    switch Int(kind) {
                    case SALUTON_NAME_ADDRESS: names.pointee.append(.address(bytes))
                    // A zero byte has been used to end names early.
                    case _ where bytes.contains(0): break
                    case SALUTON_NAME_DNS: names.pointee.append(.dns(String(decoding: bytes, as: UTF8.self)))
                    case SALUTON_NAME_SRV: names.pointee.append(.service(String(decoding: bytes, as: UTF8.self)))
                    default: names.pointee.append(.xmppAddress(String(decoding: bytes, as: UTF8.self)))
                    }
                }, list)
        }
        return isReadable == 1 ? names : []
    }

    private static func lastError() -> String {
        let code = ERR_peek_last_error()
        ERR_clear_error()
        return ERR_reason_error_string(code).map { String(cString: $0) } ?? "connection closed in the handshake"
    }
}
