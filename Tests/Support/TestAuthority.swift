internal import COpenSSL
public import Foundation
internal import Glibc

/// A certificate authority of one test, in a folder of its own that ends with this object.
public final class TestAuthority: Sendable {
    /// What a certificate says.  The defaults make a good one.
    public struct Request: Sendable {
        /// OpenSSL's notation: "DNS:example.org,otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-client.example.org".
        public var names: String?
        public var commonName: String
        /// Seconds from now.
        public var from: Int
        public var until: Int
        public var usage: String
        public var isAuthority: Bool
        /// Bits of RSA; `nil` is P-256.
        public var rsaBits: UInt32?

        public init(
            names: String?, commonName: String = "server", from: Int = -3_600, until: Int = 86_400,
            usage: String = "serverAuth", isAuthority: Bool = false, rsaBits: UInt32? = nil
        ) {
            self.names = names
            self.commonName = commonName
            self.from = from
            self.until = until
            self.usage = usage
            self.isAuthority = isAuthority
            self.rsaBits = rsaBits
        }
    }

    public enum Failure: Error { case crypto(String) }

    public let folder: URL
    /// The authority's own certificate in PEM.
    public var file: String { folder.appendingPathComponent("authority.crt").path }
    private nonisolated(unsafe) let key: OpaquePointer
    private nonisolated(unsafe) let certificate: OpaquePointer

    /// `until` lets the authority itself expire; without a name it gets one of its own.
    public init(until: Int = 86_400, name: String? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ca-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard let key = saluton_make_ec_key() else { throw Failure.crypto("key") }
        let request = Request(
            names: nil, commonName: name ?? "Test Authority \(UUID().uuidString.prefix(8))", from: -86_400,
            until: until,
            isAuthority: true)
        self.key = key
        certificate = try Self.make(request, key: key, issuer: nil, issuerKey: key)
        try Self.write(certificate, to: file)
    }

    deinit {
        X509_free(certificate)
        EVP_PKEY_free(key)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Issues a certificate.  `selfSigned` leaves the authority out of it.
    public func issue(_ request: Request, selfSigned: Bool = false) throws -> TestIdentity {
        guard let key = request.rsaBits.map(saluton_make_rsa_key) ?? saluton_make_ec_key()
        else { throw Failure.crypto("key") }
        defer { EVP_PKEY_free(key) }
        let made = try Self.make(
            request, key: key, issuer: selfSigned ? nil : certificate, issuerKey: selfSigned ? key : self.key)
        defer { X509_free(made) }
        let name = UUID().uuidString.prefix(8)
        let identity = TestIdentity(
            authority: self, certificateFile: folder.appendingPathComponent("\(name).crt").path,
            keyFile: folder.appendingPathComponent("\(name).key").path)
        try Self.write(made, to: identity.certificateFile)
        try Self.writeKey(key, to: identity.keyFile)
        return identity
    }

    /// A good certificate for a domain.
    public func issue(domain: String) throws -> TestIdentity { try issue(Request(names: "DNS:\(domain)")) }

    private static func make(
        _ request: Request, key: OpaquePointer, issuer: OpaquePointer?, issuerKey: OpaquePointer
    ) throws -> OpaquePointer {
        guard let made = X509_new(), let subject = X509_get_subject_name(made) else { throw Failure.crypto("memory") }
        X509_set_version(made, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(made), Int.random(in: 1...Int(Int32.max)))
        X509_gmtime_adj(X509_getm_notBefore(made), request.from)
        X509_gmtime_adj(X509_getm_notAfter(made), request.until)
        let name = Array(request.commonName.utf8)
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, Int32(name.count), -1, 0)
        X509_set_issuer_name(made, issuer.map { X509_get_subject_name($0) } ?? subject)
        X509_set_pubkey(made, key)
        var extensions = [(NID_basic_constraints, request.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE")]
        extensions.append((NID_subject_key_identifier, "hash"))
        if request.isAuthority {
            extensions.append((NID_key_usage, "critical,keyCertSign,cRLSign"))
        } else {
            extensions.append((NID_ext_key_usage, request.usage))
        }
        if let names = request.names { extensions.append((NID_subject_alt_name, names)) }
        for (nid, value) in extensions {
            guard saluton_x509_add_extension(made, issuer ?? made, nid, value) == 1
            else { throw Failure.crypto("extension \(value)") }
        }
        guard X509_sign(made, issuerKey, EVP_sha256()) > 0 else { throw Failure.crypto("signature") }
        return made
    }

    private static func write(_ certificate: OpaquePointer, to path: String) throws {
        guard let file = BIO_new_file(path, "w") else { throw Failure.crypto(path) }
        defer { BIO_free(file) }
        guard PEM_write_bio_X509(file, certificate) == 1 else { throw Failure.crypto(path) }
    }

    private static func writeKey(_ key: OpaquePointer, to path: String) throws {
        guard let file = BIO_new_file(path, "w") else { throw Failure.crypto(path) }
        defer { BIO_free(file) }
        guard PEM_write_bio_PrivateKey(file, key, nil, nil, 0, nil, nil) == 1 else { throw Failure.crypto(path) }
    }
}

/// A certificate with its key, as files.
public struct TestIdentity: Sendable {
    /// Keeps the folder.
    let authority: TestAuthority
    public let certificateFile: String
    public let keyFile: String
}
