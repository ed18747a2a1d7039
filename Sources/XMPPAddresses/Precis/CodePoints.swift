import CUnistring
import Glibc

/// The normalisation forms that are used here (UAX #15).
enum NormalizationForm {
    /// NFC.
    case canonical
    /// NFKC.
    case compatibility
}

// Mappings of code points. All of Unicode is asked of libunistring, so that one version of the tables decides.
extension [UInt32] {
    /// Fullwidth and halfwidth code points as their decomposition (RFC 8264 §5.2.1).
    var widthMapped: [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(count)
        var buffer = [UInt32](repeating: 0, count: Int(UC_DECOMPOSITION_MAX_LENGTH))
        for codePoint in self {
            var tag: CInt = 0
            let length = codePoint < 0x80 ? -1 : Int(uc_decomposition(codePoint, &tag, &buffer))
            if length > 0, Int(tag) == UC_DECOMP_WIDE || Int(tag) == UC_DECOMP_NARROW {
                result += buffer[..<length]
            } else {
                result.append(codePoint)
            }
        }
        return result
    }

    /// Unicode's toLowerCase, but without the rule for a final sigma: RFC 8265 §3.6 maps Σ to σ everywhere.
    var lowercased: [UInt32] {
        guard contains(0x130) else { return map(uc_tolower) }
        return flatMap { $0 == 0x130 ? [0x69, 0x307] : [uc_tolower($0)] }  // the one that becomes two
    }

    /// Every space separator as U+0020 (RFC 8265 §4.2.2).
    var spacesMapped: [UInt32] {
        map { uc_is_general_category_withtable($0, UInt32(UC_CATEGORY_MASK_Zs)) ? 0x20 : $0 }
    }

    /// Without U+0020 at the edges, and never two in a row (RFC 8266 §2.1).
    var spacesTrimmed: [UInt32] {
        Array(split(separator: 0x20).joined(separator: [0x20]))
    }

    /// The normalised form. Empty when memory is short, which every caller refuses.
    func normalized(_ form: NormalizationForm) -> [UInt32] {
        guard !isEmpty else { return [] }
        var length = 0
        let result = withUnsafeBufferPointer { source in
            switch form {
            case .canonical: saluton_nfc(source.baseAddress, source.count, &length)
            case .compatibility: saluton_nfkc(source.baseAddress, source.count, &length)
            }
        }
        defer { free(result) }
        return Array(UnsafeBufferPointer(start: result, count: result == nil ? 0 : length))
    }
}

extension String {
    var codePoints: [UInt32] { unicodeScalars.map(\.value) }

    /// Code points that came from strings; one that is no scalar value cannot occur, and would be left out.
    init(codePoints: [UInt32]) {
        self.init(String.UnicodeScalarView(codePoints.compactMap(Unicode.Scalar.init)))
    }
}
