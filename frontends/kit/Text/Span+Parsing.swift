extension Span {
    /// Seconds of a length as people write it: `90s`, `15m`, `12h`, `1d`, `2w`, or several after each other, `1d12h`.
    /// - Returns: nil where the text is none, or where it is longer than `UInt32` holds.
    public static func seconds(_ text: String) -> UInt32? {
        var sum: UInt32 = 0
        var number: UInt32?
        for character in text.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) {
                let (tens, isTooMany) = (number ?? 0).multipliedReportingOverflow(by: 10)
                let (next, isTooLarge) = tens.addingReportingOverflow(UInt32(character - UInt8(ascii: "0")))
                guard !isTooMany, !isTooLarge else { return nil }
                number = next
            } else {
                guard let count = number, let unit = unit(character) else { return nil }
                let (part, isTooMany) = count.multipliedReportingOverflow(by: unit)
                let (next, isTooLarge) = sum.addingReportingOverflow(part)
                guard !isTooMany, !isTooLarge else { return nil }
                sum = next
                number = nil
            }
        }
        return number == nil && !text.isEmpty ? sum : nil
    }

    private static func unit(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "s"): 1
        case UInt8(ascii: "m"): 60
        case UInt8(ascii: "h"): 3_600
        case UInt8(ascii: "d"): 86_400
        case UInt8(ascii: "w"): 604_800
        default: nil
        }
    }
}
