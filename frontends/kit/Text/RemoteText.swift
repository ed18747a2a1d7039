/// Text that somebody else wrote.  Interpolating it shows its length, never its content.
public struct RemoteText: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    private let raw: String

    public init(_ raw: String) { self.raw = raw }

    public var isEmpty: Bool { raw.isEmpty }
    public var description: String { "‹\(raw.count) remote characters›" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The text on one line, safe to put into a terminal: what could steer it is shown as visible marks.
    public var printable: String { Printable.isolated(Printable.line(raw)) }

    /// The lines of the text, each safe to put into a terminal, each isolated from what stands beside it.
    public var printableLines: [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in raw.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(String(line))
                line.removeAll()
            case "\t": line.append(contentsOf: "    ".unicodeScalars)
            default: line.append(scalar)
            }
        }
        lines.append(String(line))
        return lines.map { Printable.isolated(Printable.line($0)) }
    }

    /// The same with parts emphasised, no part over the end of a line.
    /// - Parameter ranges: in Unicode scalars; what lies outside the text is left out.
    public func printableLines(emphasising ranges: [Range<Int>]) -> [String] {
        guard !ranges.isEmpty else { return printableLines }
        let marked = ranges.prefix(64)
        var lines: [String] = []
        var line = ""
        var isEmphasised = false
        var previous: Unicode.Scalar?
        func turn(_ wanted: Bool) {
            guard wanted != isEmphasised else { return }
            line.unicodeScalars.append(wanted ? Emphasis.begin : Emphasis.end)
            isEmphasised = wanted
        }
        for (place, scalar) in raw.unicodeScalars.enumerated() {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                turn(false)
                lines.append(line)
                line = ""
            default:
                turn(marked.contains { $0.contains(place) })
                line += scalar == "\t" ? "    " : Printable.line(String(scalar))
            }
        }
        turn(false)
        return (lines + [line]).map(Printable.isolated)
    }
}
