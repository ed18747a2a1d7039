internal import Foundation

/// A DNS server of one test on loopback (dnsmasq); it ends with this object.
public final class LocalNames: Sendable {
    public let port: UInt16
    private let process: Process

    /// Options of dnsmasq: "--srv-host=_xmpp-client._tcp.example.org,host.example,5222,1,1", "--host-record=…".
    public init(_ records: [String]) throws {
        port = try LocalServer.freePort()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "dnsmasq", "--conf-file=/dev/null", "--keep-in-foreground", "--log-facility=-", "--port=\(port)",
            "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--no-hosts", "--user=root", "--pid-file",
        ] + records
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        let output = Pipe()
        process.standardError = output
        try process.run()
        self.process = process
        var text = ""
        while !text.contains("started, version") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw LocalServer.Failure.cannotStart("dnsmasq: \(text)") }
            text += String(decoding: more, as: UTF8.self)
        }
        Thread.detachNewThread {
            while !output.fileHandleForReading.availableData.isEmpty {}
        }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
