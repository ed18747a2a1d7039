internal import Foundation
internal import Glibc

/// A DNS server of one test on loopback (dnsmasq); it ends with this object.
public final class LocalNames: Sendable {
    public let port: UInt16
    private let process: ChildProcess
    private let log: URL

    /// Options of dnsmasq: "--srv-host=_xmpp-client._tcp.example.org,host.example,5222,1,1", "--host-record=…".
    public init(_ records: [String]) throws {
        port = try LocalServer.freePort()
        log = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString.prefix(8)).log")
        process = try ChildProcess(
            [
                "dnsmasq", "--conf-file=/dev/null", "--keep-in-foreground", "--log-facility=-", "--port=\(port)",
                "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--no-hosts", "--pid-file",
            ] + (getuid() == 0 ? ["--user=root"] : []) + records, log: log)
        try process.waitUntilPrinted("started, version")
    }

    deinit {
        process.end(SIGKILL)
        try? FileManager.default.removeItem(at: log)
    }
}
