import ArgumentParser

/// Options before the name of a command, where many programs take them: `saluton -a juliet@example.org history …`.
///
/// Only what nearly every command has may stand there: `-a`, `--account` and `--json`.
enum LeadingOptions {
    private static let flags: Set<String> = ["--json"]
    private static let valued: Set<String> = ["-a", "--account"]

    /// The same command line with such options behind the command's name; unchanged where there is none.
    static func settled(_ arguments: [String], under root: any ParsableCommand.Type) -> [String] {
        var (names, moved, rest) = ([String](), [String](), arguments[...])
        var place = root
        while let word = rest.first {
            if let length = length(of: word), rest.count >= length {
                moved += rest.prefix(length)
                rest = rest.dropFirst(length)
            } else if let next = place.configuration.subcommands.first(where: { $0._commandName == word }) {
                names.append(word)
                place = next
                rest = rest.dropFirst()
                if next.configuration.subcommands.isEmpty { break }
            } else {
                break
            }
        }
        return names.isEmpty ? arguments : names + moved + rest
    }

    /// How many words the option takes; `nil`: it is none of these.
    private static func length(of word: String) -> Int? {
        if flags.contains(word) || word.hasPrefix("--account=") { return 1 }
        return valued.contains(word) ? 2 : nil
    }
}
