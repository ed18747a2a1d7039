internal import COpenSSL
internal import XMPPSessions

/// Connections that could not be secured.
extension StreamProblem {
    static func tlsFailed(_ reason: String) -> StreamProblem {
        StreamProblem(
            code: "tls-failed", sentence: "The connection could not be encrypted.", section: "RFC 6120 §5.4.3.2"
        ).with(detail: reason)
    }

    static func tlsUnavailable(_ reason: String) -> StreamProblem {
        StreamProblem(
            code: "tls-unavailable", sentence: "Encryption cannot be set up on this system.", remedy: .user
        ).with(detail: reason)
    }

    static let authorityFileUnreadable = StreamProblem(
        code: "authority-file-unreadable", sentence: "The file with certificate authorities cannot be read.",
        action: "Check the account's CA file.", remedy: .user)
    static let clientCertificateUnreadable = StreamProblem(
        code: "client-certificate-unreadable", sentence: "The account's own certificate or its key cannot be read.",
        action: "Check both files, and that the key has no passphrase.", remedy: .user)
    static let wrongProtocol = StreamProblem(
        code: "tls-wrong-protocol", sentence: "The server speaks another protocol on this port.",
        section: "RFC 7301 §3.2")

    /// A verdict of X509_verify_cert(3), or our own about the names.
    ///
    /// Worth another try: certificates are renewed, and a network that answers for everybody goes away when its page is
    /// left.  Nothing secret is ever sent before the verdict.
    static func certificate(_ verdict: Int) -> StreamProblem {
        let code = Int32(clamping: verdict)
        let (name, sentence) = certificateFault(code)
        let detail = X509_verify_cert_error_string(verdict).map { String(cString: $0) } ?? ""
        return StreamProblem(
            code: "certificate-\(name)", sentence: sentence,
            action: name == "untrusted" ? "Set a CA file if this server has its own authority." : nil, remedy: .retry,
            section: "RFC 6120 §13.7.2"
        ).with(detail: detail)
    }

    private static func certificateFault(_ code: Int32) -> (String, String) {
        switch code {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            ("expired", "The server's certificate has expired.")
        case X509_V_ERR_CERT_NOT_YET_VALID:
            ("not-yet-valid", "The server's certificate is not valid yet; perhaps the clock of this computer is wrong.")
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            ("name-mismatch", "The server's certificate belongs to another domain than the account's.")
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED,
            X509_V_ERR_CERT_SIGNATURE_FAILURE:
            ("untrusted", "No authority that is trusted here vouches for the server's certificate.")
        case X509_V_ERR_CERT_REVOKED:
            ("revoked", "The server's certificate has been revoked.")
        case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK:
            ("weak", "The server's certificate, or that of its authority, is too weak.")
        default:
            ("invalid", "The server's certificate breaks the rules for certificates.")
        }
    }
}
