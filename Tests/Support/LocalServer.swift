public import Foundation
internal import Glibc

/// A real Prosody of one test: loopback, random ports, a folder and certificates of its own.  It ends with this object.
public final class LocalServer: @unchecked Sendable {
    // The process is guarded by the lock; all else is constant.
    public enum Failure: Error { case cannotStart(String) }

    public let domain: String
    /// For STARTTLS.
    public let port: UInt16
    /// For direct TLS.
    public let directPort: UInt16
    /// The certificate authority to trust, in PEM.
    public var authorityFile: String { authority.file }
    /// Data, configuration and log of this server.
    public let folder: URL
    private let authority: TestAuthority
    private let lock = NSLock()
    private var process: ChildProcess?

    /// Starts a server and waits until it listens.
    ///
    /// - Parameters:
    ///   - users: name to password.
    ///   - modules: further modules of Prosody; "sasl2" and its relatives bring what they need.
    ///   - without: modules of the profile that this server does not have.
    public init(
        domain: String = "saluton.test", users: [String: String], modules: [String] = [], without: [String] = [],
        level: String = "info"
    ) throws {
        self.domain = domain
        authority = try TestAuthority()
        folder = authority.folder
        (port, directPort) = (try Self.freePort(), try Self.freePort())
        let identity = try authority.issue(domain: domain)
        let accounts = folder.appendingPathComponent("data/\(Self.escaped(domain))/accounts")
        try FileManager.default.createDirectory(at: accounts, withIntermediateDirectories: true)
        for (name, password) in users {
            try "return { [\"password\"] = \(Self.quoted(password)); };\n".write(
                to: accounts.appendingPathComponent("\(Self.escaped(name)).dat"), atomically: true, encoding: .utf8)
        }
        let profile = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Prosody")
        let wanted = modules.contains { $0.hasPrefix("sasl2") } ? ["connection_info"] + modules : modules
        var text = try String(contentsOf: profile.appendingPathComponent("prosody.cfg.lua"), encoding: .utf8)
        for (word, value) in [
            "FOLDER": folder.path, "PLUGINS": profile.appendingPathComponent("plugins").path, "PLAIN": "\(port)",
            "DIRECT": "\(directPort)", "LEVEL": level, "MODULES": wanted.map { "\"\($0)\";" }.joined(separator: " "),
            "WITHOUT": without.map { "\"\($0)\";" }.joined(separator: " "),
            "CERTIFICATE": identity.certificateFile, "KEY": identity.keyFile, "DOMAIN": domain,
        ] {
            text = text.replacingOccurrences(of: "@\(word)@", with: value)
        }
        try text.write(to: folder.appendingPathComponent("prosody.cfg.lua"), atomically: true, encoding: .utf8)
        try start()
    }

    deinit { stop(SIGKILL) }

    /// Ends the server: at once, or in an orderly way with SIGTERM.
    public func stop(_ signal: Int32 = SIGKILL) {
        let ending = lock.withLock {
            defer { process = nil }
            return process
        }
        ending?.end(signal)
    }

    /// Starts a server that was stopped, with the same ports, certificates and data.
    public func start() throws {
        guard lock.withLock({ process == nil }) else { return }
        let configuration = folder.appendingPathComponent("prosody.cfg.lua").path
        let started = try ChildProcess(
            ["prosody", "--config", configuration, "-F"], log: folder.appendingPathComponent("prosody.log"))
        lock.withLock { process = started }
        try started.waitUntilPrinted("Activated service 'c2s", times: 2)
    }

    /// Everything the server has logged.
    public var log: String {
        (try? String(contentsOf: folder.appendingPathComponent("prosody.log"), encoding: .utf8)) ?? ""
    }

    /// A port that nobody listens on at the moment.
    public static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, size) == 0 && getsockname(descriptor, pointer, &size) == 0
            }
        }
        guard isBound else { throw Failure.cannotStart("no free port") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Names as Prosody's data manager writes them into paths.
    private static func escaped(_ name: String) -> String {
        name.utf8.map { byte in
            Character(Unicode.Scalar(byte)).isASCII
                && (Character(Unicode.Scalar(byte)).isLetter
                    || Character(Unicode.Scalar(byte)).isNumber)
                ? String(Unicode.Scalar(byte))
                : "%" + String(byte, radix: 16)
        }.joined()
    }

    /// A string of Lua.
    private static func quoted(_ text: String) -> String {
        "\"" + text.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
    }
}
