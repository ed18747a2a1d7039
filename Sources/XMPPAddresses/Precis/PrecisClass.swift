import CUnistring

/// What RFC 8264 §8 derives for a code point.
enum PrecisClass: Equatable {
    case valid
    /// Allowed in the FreeformClass only: ID_DIS or FREE_PVAL.
    case freeformOnly
    /// A join control, allowed where its rule says so (RFC 5892 appendix A.1, A.2).
    case joinControl
    /// Allowed where its rule says so (RFC 5892 appendix A.3–A.9).
    case contextual
    case disallowed
    case unassigned

    /// Refuses a string with a code point that the class does not have, or does not allow at its place.
    static func check(_ text: [UInt32], _ base: Precis.Base, as part: AddressError.Part) throws(AddressError) {
        for (index, codePoint) in text.enumerated() {
            switch PrecisClass(codePoint) {
            case .valid:
                continue
            case .freeformOnly:
                guard base == .freeform else { throw AddressError(part, .disallowed, codePoint: codePoint) }
            case .joinControl, .contextual:
                guard ContextRule.allows(text, at: index) else {
                    throw AddressError(part, .context, codePoint: codePoint)
                }
            case .disallowed:
                throw AddressError(part, .disallowed, codePoint: codePoint)
            case .unassigned:
                guard base == .freeform, isNewSymbol(codePoint) else {
                    throw AddressError(part, .unassigned, codePoint: codePoint)
                }
            }
        }
    }

    /// The algorithm of §8, in its order.
    init(_ codePoint: UInt32) {
        self =
            switch codePoint {
            case 0x21...0x7E: .valid
            case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: .valid
            case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: .contextual
            case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
            default: Self.derived(codePoint)
            }
    }

    private static func derived(_ codePoint: UInt32) -> PrecisClass {
        if isIn(UC_CATEGORY_MASK_Cn, codePoint) {
            return uc_is_property_not_a_character(codePoint) ? .disallowed : .unassigned
        }
        switch codePoint {
        case 0x200C, 0x200D: return .joinControl
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: return .disallowed  // Hangul_Syllable_Type L, V, T
        default: break
        }
        if uc_is_property_default_ignorable_code_point(codePoint) { return .disallowed }
        if isIn(UC_CATEGORY_MASK_Cc, codePoint) { return .disallowed }
        if saluton_has_compat(codePoint) { return .freeformOnly }
        if isIn(letterDigits, codePoint) { return .valid }
        return isIn(freeform, codePoint) ? .freeformOnly : .disallowed
    }

    /// LetterDigits (§9.1).
    private static let letterDigits =
        UC_CATEGORY_MASK_Ll | UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lo | UC_CATEGORY_MASK_Nd | UC_CATEGORY_MASK_Lm
        | UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Mc

    /// OtherLetterDigits, Spaces, Symbols, Punctuation (§9.14–§9.16, §9.18).
    private static let freeform =
        UC_CATEGORY_MASK_Lt | UC_CATEGORY_MASK_Nl | UC_CATEGORY_MASK_No | UC_CATEGORY_MASK_Me | UC_CATEGORY_MASK_Zs
        | UC_CATEGORY_MASK_S | UC_CATEGORY_MASK_P

    private static func isIn(_ mask: Int, _ codePoint: UInt32) -> Bool {
        uc_is_general_category_withtable(codePoint, UInt32(truncatingIfNeeded: mask))
    }

    /// A symbol younger than libunistring's tables but known to Swift's: new emoji are in use long before Debian
    /// knows them, and symbols have neither case nor direction that could make them unsafe to let through.
    private static func isNewSymbol(_ codePoint: UInt32) -> Bool {
        switch Unicode.Scalar(codePoint)?.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .currencySymbol, .modifierSymbol: true
        default: false
        }
    }
}
