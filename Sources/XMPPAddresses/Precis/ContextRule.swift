import CUnistring

/// Where code points that need a context may stand (RFC 5892 appendix A).
enum ContextRule {
    static func allows(_ text: [UInt32], at index: Int) -> Bool {
        let before = index > 0 ? text[index - 1] : nil
        let after = index + 1 < text.count ? text[index + 1] : nil
        switch text[index] {
        case 0x200C: return isVirama(before) || joins(text, at: index)  // A.1 zero width non-joiner
        case 0x200D: return isVirama(before)  // A.2 zero width joiner
        case 0xB7: return before == 0x6C && after == 0x6C  // A.3 middle dot between two "l"
        case 0x375: return isScript(after, "Greek")  // A.4 lower numeral sign
        case 0x5F3, 0x5F4: return isScript(before, "Hebrew")  // A.5, A.6 geresh, gershayim
        case 0x30FB:  // A.7 Katakana middle dot
            return text.contains { isScript($0, "Hiragana") || isScript($0, "Katakana") || isScript($0, "Han") }
        case 0x660...0x669: return !text.contains { (0x6F0...0x6F9).contains($0) }  // A.8 Arabic-Indic digits
        case 0x6F0...0x6F9: return !text.contains { (0x660...0x669).contains($0) }  // A.9 extended ones
        default: return false
        }
    }

    private static func isVirama(_ codePoint: UInt32?) -> Bool {
        guard let codePoint else { return false }
        return uc_combining_class(codePoint) == CInt(UC_CCC_VR)
    }

    private static func isScript(_ codePoint: UInt32?, _ name: String) -> Bool {
        guard let codePoint else { return false }
        return saluton_is_script(codePoint, name)
    }

    /// Between letters that would join here: (L|D) T* ZWNJ T* (R|D).
    private static func joins(_ text: [UInt32], at index: Int) -> Bool {
        let types = text.map { Int(uc_joining_type($0)) }
        let left = types[..<index].last { $0 != UC_JOINING_TYPE_T }
        let right = types[(index + 1)...].first { $0 != UC_JOINING_TYPE_T }
        return (left == UC_JOINING_TYPE_L || left == UC_JOINING_TYPE_D)
            && (right == UC_JOINING_TYPE_R || right == UC_JOINING_TYPE_D)
    }
}
