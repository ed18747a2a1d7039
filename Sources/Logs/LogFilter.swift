public import Logging

/// What is logged: a level for everything, and others for labels that begin in a certain way.
///
/// Written as `notice,saluton.session=debug`: parts separated by commas, each a level, or `label=level`.
public struct LogFilter: Sendable, Hashable, CustomStringConvertible {
    public private(set) var level: Logger.Level
    private var rules: [Rule]

    private struct Rule: Hashable {
        var prefix: String
        var level: Logger.Level
    }

    /// Everything from this level on.
    public init(_ level: Logger.Level) {
        self.level = level
        rules = []
    }

    /// Reads a filter; `nil` when a part is not understood, or there are more than 32 parts.
    public init?(_ text: String) {
        level = .notice
        rules = []
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 32 else { return nil }
        for part in parts {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.last, let level = Logger.Level(rawValue: String(name)) else { return nil }
            if sides.count == 1 {
                self.level = level
            } else {
                guard !sides[0].isEmpty, sides[0].utf8.count <= 100 else { return nil }
                rules.append(Rule(prefix: String(sides[0]), level: level))
            }
        }
    }

    /// The level from which a label is logged: that of the longest rule that fits.
    public func level(for label: String) -> Logger.Level {
        let fitting = rules.filter { label == $0.prefix || label.hasPrefix($0.prefix + ".") }
        return fitting.max { $0.prefix.utf8.count < $1.prefix.utf8.count }?.level ?? level
    }

    /// The lowest level that any label can have.
    public var lowest: Logger.Level {
        rules.reduce(level) { min($0, $1.level) }
    }

    public var description: String {
        ([level.rawValue] + rules.map { "\($0.prefix)=\($0.level.rawValue)" }).joined(separator: ",")
    }
}
