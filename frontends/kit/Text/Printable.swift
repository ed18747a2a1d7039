/// The filter between strange text and a terminal.
///
/// XML keeps ESC out but lets C1 controls and direction overrides through, and decrypted text may hold anything
/// (CVE-2003-0063, CVE-2021-42574): whatever could steer a terminal or reorder a line becomes a visible mark.
public enum Printable {
    /// The text with every dangerous scalar replaced by a mark; line feeds and tabs are marked too.
    public static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if isDangerous(scalar) { safe += mark(scalar) } else { safe.unicodeScalars.append(scalar) }
        }
        return safe
    }

    /// The line between FSI and PDI when anything in it runs from right to left, so that it reorders nothing beside it.
    public static func isolated(_ line: String) -> String {
        line.unicodeScalars.contains(where: runsRightToLeft) ? "\u{2068}\(line)\u{2069}" : line
    }

    /// JSON text in which such scalars are escapes; they can stand in its strings only.
    public static func json(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if isDangerous(scalar) { safe += escape(scalar) } else { safe.unicodeScalars.append(scalar) }
        }
        return safe
    }

    /// Whether a scalar could steer a terminal, break a line, or reorder what stands around it.
    static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x2028...0x202E, 0x2066...0x2069: true  // separators, embeddings, overrides, isolates
        case 0xFFF9...0xFFFB, 0xE0001: true  // annotations, language tag
        default: scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        }
    }

    private static func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x590, 0xFDD0...0xFDEF: false
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
        case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// C0 as the pictures that Unicode has for them, everything else by its number.
    private static func mark(_ scalar: Unicode.Scalar) -> String {
        if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
        if scalar.value == 0x7F { return "\u{2421}" }
        return "‹U+\(hex(scalar.value).uppercased())›"
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { "\\u" + hex(UInt32($0)) }.joined()
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
