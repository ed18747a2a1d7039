internal import COpenSSL
internal import Glibc
internal import XMPPSessions

/// The settings that all connections with the same authorities share: an `SSL_CTX`.
///
/// TLS 1.2 or newer, no compression, no renegotiation.  The library counts references and guards it by locks.
final class TrustedAuthorities: Sendable {
    private nonisolated(unsafe) let context: OpaquePointer

    /// The system's authorities and those of a PEM file.  Reads files: keep it off the event loop.
    init(authorityFile: String?) throws(StreamProblem) {
        guard let context = SSL_CTX_new(TLS_client_method()) else { throw .tlsUnavailable("SSL_CTX_new") }
        self.context = context
        guard saluton_ssl_context_harden(context) == 1 else { throw .tlsUnavailable("minimum version") }
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        SSL_CTX_set_cert_verify_callback(context, TLSEngine.verify, nil)
        SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in -1 }
        Self.loadSystem(context)
        if let authorityFile {
            guard SSL_CTX_load_verify_file(context, authorityFile) == 1 else { throw .authorityFileUnreadable }
        }
        ERR_clear_error()
    }

    deinit { SSL_CTX_free(context) }

    /// A connection with these settings, owned by the caller.
    func makeConnection() -> OpaquePointer? { SSL_new(context) }

    /// A folder sorted by hash is asked for the one authority that is needed; all of them take long to read.
    private static func loadSystem(_ context: OpaquePointer) {
        let folder =
            getenv(X509_get_default_cert_dir_env()).map { String(cString: $0) }
            ?? String(cString: X509_get_default_cert_dir())
        let hasFile = getenv(X509_get_default_cert_file_env()) != nil
        if !hasFile, isHashed(folder) {
            SSL_CTX_set_default_verify_dir(context)
        } else {
            SSL_CTX_set_default_verify_paths(context)
        }
    }

    private static func isHashed(_ folder: String) -> Bool {
        guard let open = opendir(folder) else { return false }
        defer { closedir(open) }
        while let entry = readdir(open) {
            let isLink = withUnsafeBytes(of: entry.pointee.d_name) { name in
                name.firstIndex(of: 0) == 10 && name[8] == UInt8(ascii: ".") && name[9] == UInt8(ascii: "0")
            }
            if isLink { return true }
        }
        return false
    }
}
