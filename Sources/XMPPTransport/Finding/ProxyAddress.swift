/// A SOCKS 5 proxy, with its own name and password where it wants them.
struct ProxyAddress: Hashable, Sendable {
    var host: String
    var port: UInt16
    var user: String?
    var password: String?

    /// Reads "socks5://[user:password@]host[:port]"; port 1080 is the default (RFC 1928 §3).
    init?(_ text: String) {
        guard let scheme = ["socks5://", "socks5h://"].first(where: { text.lowercased().hasPrefix($0) }) else {
            return nil
        }
        var rest = text.dropFirst(scheme.count)
        if rest.last == "/" { rest = rest.dropLast() }
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let user = Self.decoded(parts[0]), (1...255).contains(user.utf8.count),
                let password = Self.decoded(parts.count > 1 ? parts[1] : ""), password.utf8.count <= 255
            else { return nil }
            self.user = user
            self.password = password
            rest = rest[rest.index(after: at)...]
        }
        guard let place = HostAndPort(String(rest)) else { return nil }
        host = place.host
        port = place.port ?? 1080
    }

    /// Percent-encoding removed; `nil` when it is broken.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard rest.count >= 2, digits.first?.isHexDigit == true, let value = UInt8(digits, radix: 16) else {
                return nil
            }
            rest = rest.dropFirst(2)
            bytes.append(value)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
