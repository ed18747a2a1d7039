import CIDN2

/// Conversions of whole domain names by libidn2, without the mappings of UTS #46.
enum IDNA {
    /// A-labels of a name in U-labels; `nil` if a label is not valid in IDNA2008 or the name is too long for DNS.
    static func ascii(_ domain: String) -> String? {
        var output: UnsafeMutablePointer<UInt8>?
        let flags = CInt(IDN2_NFC_INPUT.rawValue | IDN2_NO_TR46.rawValue)
        let status = domain.withCString(encodedAs: UTF8.self) { idn2_lookup_u8($0, &output, flags) }
        defer { idn2_free(output) }
        guard status == IDN2_OK.rawValue, let output else { return nil }
        return String(cString: output)
    }

    /// U-labels of a name that may have A-labels; `nil` if one cannot be decoded.
    static func unicode(_ domain: String) -> String? {
        var output: UnsafeMutablePointer<CChar>?
        let status = idn2_to_unicode_8z8z(domain, &output, 0)
        defer { idn2_free(output) }
        guard status == IDN2_OK.rawValue, let output else { return nil }
        return String(validatingCString: output)
    }
}
