import Glibc

/// IP addresses in the place of a domain (RFC 7622 §3.1, RFC 3986 §3.2.2).
enum IPLiteral {
    /// Four decimal numbers up to 255 without leading zeros, as in "192.0.2.1".
    static func isVersion4(_ text: String) -> Bool {
        let octets = text.utf8.split(separator: .dot, maxSplits: 4, omittingEmptySubsequences: false)
        return octets.count == 4 && octets.allSatisfy { isOctet($0) }
    }

    /// The shortest form (RFC 5952) of an IPv6 address in brackets, with the brackets; `nil` if it is none.
    ///
    /// Zone identifiers (RFC 6874) mean something on one machine only, and are not taken.
    static func version6(_ text: String) -> String? {
        guard text.utf8.count <= 48, text.hasPrefix("["), text.hasSuffix("]"), !text.utf8.contains(0) else {
            return nil
        }
        var address = in6_addr()
        guard inet_pton(AF_INET6, String(text.dropFirst().dropLast()), &address) == 1 else { return nil }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &address, &buffer, socklen_t(buffer.count)) != nil else { return nil }
        let digits = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return "[" + String(decoding: digits, as: UTF8.self) + "]"
    }

    /// The address in a prepared domain, IPv6 without its brackets; `nil` for a name.
    static func address(in domain: String) -> String? {
        if domain.utf8.first == UInt8(ascii: "[") { return String(domain.dropFirst().dropLast()) }
        return isVersion4(domain) ? domain : nil
    }

    private static func isOctet(_ digits: Substring.UTF8View) -> Bool {
        guard (1...3).contains(digits.count), let first = digits.first else { return false }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        guard first != 0x30 || digits.count == 1 else { return false }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
    }
}
