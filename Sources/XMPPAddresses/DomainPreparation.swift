/// The domain of an address (RFC 7622 §3.2): mapped as in RFC 5895, checked as in RFC 5891, in U-labels.
enum DomainPreparation {
    /// - Throws: `AddressError` for the domain.
    static func prepare(_ text: String) throws(AddressError) -> String {
        guard !text.isEmpty else { throw AddressError(.domain, .empty) }
        guard text.utf8.count <= AddressLimits.part else { throw AddressError(.domain, .tooLong) }
        // RFC 7622 §3.2: a final dot MUST be stripped before anything else.
        let text = text.utf8.last == .dot ? String(text.dropLast()) : text
        guard !text.isEmpty else { throw AddressError(.domain, .empty) }
        if text.utf8.contains(UInt8(ascii: "[")) {
            guard let address = IPLiteral.version6(text) else { throw AddressError(.domain, .ipAddress) }
            return address
        }
        let mapped = map(text)
        let labels = try labels(of: mapped)
        guard let last = labels.last, last.utf8.contains(where: { !(0x30...0x39).contains($0) }) else {
            // A number as last label is an IPv4 address or nothing: resolvers read "127.1" as one.
            guard IPLiteral.isVersion4(mapped) else { throw AddressError(.domain, .ipAddress) }
            return mapped
        }
        let isPlain = mapped.utf8.allSatisfy { $0 < 0x80 } && !labels.contains { $0.hasPrefix("xn--") }
        guard isPlain else { return try internationalised(mapped, labels) }
        guard mapped.utf8.count <= AddressLimits.domainName else { throw AddressError(.domain, .tooLong) }
        return mapped
    }

    /// A-labels of a prepared domain.
    static func ascii(_ domain: String) -> String {
        guard domain.utf8.contains(where: { $0 >= 0x80 }) else { return domain }
        // It converted once when it was prepared; only lack of memory makes it fail now, and a U-label matches no name.
        return IDNA.ascii(domain) ?? domain
    }

    /// RFC 5895 §2: lower case, width, normalisation, ideographic full stop.
    private static func map(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.lowercased() }
        let mapped = text.codePoints.lowercased.widthMapped.normalized(.canonical)
        return String(codePoints: mapped.map { $0 == 0x3002 ? UInt32(UInt8.dot) : $0 })
    }

    /// Splits at the dots and checks what holds for every label (RFC 5890 §2.3.1).
    private static func labels(of domain: String) throws(AddressError) -> [Substring] {
        for scalar in domain.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x80...: continue
            default: throw AddressError(.domain, .disallowed, codePoint: scalar)
            }
        }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        for label in labels {
            guard !label.isEmpty, label.utf8.first != .hyphen, label.utf8.last != .hyphen else {
                throw AddressError(.domain, .label)
            }
            let isASCII = label.utf8.allSatisfy { $0 < 0x80 }
            guard !isASCII || label.utf8.count <= AddressLimits.label else { throw AddressError(.domain, .label) }
            let isReserved = label.utf8.dropFirst(2).starts(with: [.hyphen, .hyphen])
            guard !isReserved || (isASCII && label.hasPrefix("xn--")) else { throw AddressError(.domain, .label) }
        }
        return labels
    }

    /// U-labels; each "xn--" label must be what its U-label converts to (RFC 5891 §5.4).
    private static func internationalised(_ domain: String, _ labels: [Substring]) throws(AddressError) -> String {
        guard let decoded = IDNA.unicode(domain), let encoded = IDNA.ascii(decoded),
            decoded.codePoints.normalized(.canonical) == decoded.codePoints
        else { throw AddressError(.domain, .internationalised) }
        guard encoded.utf8.count <= AddressLimits.domainName else { throw AddressError(.domain, .tooLong) }
        let results = encoded.split(separator: ".", omittingEmptySubsequences: false)
        guard results.count == labels.count else { throw AddressError(.domain, .internationalised) }
        for (label, result) in zip(labels, results) where label.hasPrefix("xn--") && label != result {
            throw AddressError(.domain, .internationalised)
        }
        return decoded
    }
}
