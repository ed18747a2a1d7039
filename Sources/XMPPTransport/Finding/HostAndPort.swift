/// A host with or without a port, as in `location` (XEP-0198 §5) and `see-other-host` (RFC 6120 §4.9.3.19).
struct HostAndPort: Hashable, Sendable {
    /// A name or a literal, IPv6 without its brackets.
    var host: String
    var port: UInt16?

    init(host: String, port: UInt16? = nil) {
        self.host = host
        self.port = port
    }

    /// Reads "name", "name:5222", "192.0.2.1:5222", "[2001:db8::1]:5222", "[2001:db8::1]" and "2001:db8::1".
    init?(_ text: String) {
        guard (1...300).contains(text.utf8.count) else { return nil }
        var host = Substring(text)
        var digits: Substring?
        if host.first == "[" {
            guard let end = host.firstIndex(of: "]") else { return nil }
            let rest = host[host.index(after: end)...]
            if !rest.isEmpty {
                guard rest.first == ":" else { return nil }
                digits = rest.dropFirst()
            }
            host = host[host.index(after: host.startIndex)..<end]
            guard PeerIdentity.octets(String(host))?.count == 16 else { return nil }
        } else if let colon = host.firstIndex(of: ":") {
            if host[host.index(after: colon)...].contains(":") {
                guard PeerIdentity.octets(text)?.count == 16 else { return nil }
            } else {
                digits = host[host.index(after: colon)...]
                host = host[..<colon]
            }
        }
        guard HostAndPort.isPlausible(host) else { return nil }
        if let digits {
            guard let number = UInt16(digits), number > 0, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            port = number
        }
        self.host = String(host)
    }

    private static func isPlausible(_ host: Substring) -> Bool {
        (1...253).contains(host.utf8.count)
            && host.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
                    || byte == UInt8(ascii: "_")
            }
    }
}
