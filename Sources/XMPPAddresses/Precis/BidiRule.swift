import CUnistring

/// The Bidi Rule for one label (RFC 5893 §2).
enum BidiRule {
    /// Whether a string has no right-to-left code point, or satisfies all six conditions.
    static func allows(_ text: [UInt32]) -> Bool {
        let classes = text.map { Int(uc_bidi_class($0)) }
        guard classes.contains(where: { [UC_BIDI_R, UC_BIDI_AL, UC_BIDI_AN].contains($0) }) else { return true }
        guard let last = classes.last(where: { $0 != UC_BIDI_NSM }) else { return false }
        switch classes.first {
        case UC_BIDI_R, UC_BIDI_AL:
            let hasBothNumbers = classes.contains(UC_BIDI_EN) && classes.contains(UC_BIDI_AN)
            return classes.allSatisfy(rightToLeft.contains)
                && [UC_BIDI_R, UC_BIDI_AL, UC_BIDI_EN, UC_BIDI_AN].contains(last)
                && !hasBothNumbers
        default:
            // Condition 1 wants L here, and condition 5 allows nothing that is written right to left behind it.
            return false
        }
    }

    /// Condition 2.
    private static let rightToLeft: Set<Int> = [
        UC_BIDI_R, UC_BIDI_AL, UC_BIDI_AN, UC_BIDI_EN, UC_BIDI_ES, UC_BIDI_CS, UC_BIDI_ET, UC_BIDI_ON, UC_BIDI_BN,
        UC_BIDI_NSM,
    ]
}
