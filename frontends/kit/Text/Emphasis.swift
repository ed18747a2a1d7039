/// Marks in lines for people: where what matters begins and ends.
///
/// They are noncharacters, which `Printable` lets through from nobody, so only we can set them.  Whoever prints turns them
/// into what the terminal understands, or takes them out.
public enum Emphasis {
    static let begin = Unicode.Scalar(UInt32(0xFDD0)) ?? "["
    static let end = Unicode.Scalar(UInt32(0xFDD1)) ?? "]"

    /// Bold and back (ECMA-48 SGR) on a terminal, nothing elsewhere.
    public static func rendered(_ text: String, onTerminal: Bool) -> String {
        guard text.unicodeScalars.contains(where: { $0 == begin || $0 == end }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case begin: result += onTerminal ? "\u{1B}[1m" : ""
            case end: result += onTerminal ? "\u{1B}[22m" : ""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
