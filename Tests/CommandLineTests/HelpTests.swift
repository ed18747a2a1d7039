import ArgumentParser
import JSONText
import Testing

@testable import CommandLine

@Suite("What the command line says about itself")
struct HelpTests {
    /// Every command, hidden ones too: the words that lead to it.
    private static func paths() throws -> [[String]] {
        func walk(_ json: JSON, _ path: [String]) -> [[String]] {
            [path]
                + (json["subcommands"]?.array ?? []).flatMap { child -> [[String]] in
                    guard let name = child["commandName"]?.string, name != "help" else { return [] }
                    return walk(child, path + [name])
                }
        }
        return walk(try JSONParser.parse(Saluton._dumpHelp())["command"] ?? .null, [])
    }

    @Test("The help of each command is what was read and signed")
    func help() async throws {
        for path in try Self.paths() {
            let paper = Paper()
            #expect(await Saluton.run(path + ["--help"], at: paper.desk()) == .done)
            #expect(paper.errors.isEmpty)
            #expect(!paper.output.contains("--password <"))
            let name = (["saluton"] + path).joined(separator: "-")
            expectSnapshot(paper.output, "help/\(name).txt")
        }
    }

    @Test("Every leaf takes --json")
    func json() throws {
        for path in try Self.paths() {
            let command = try? Saluton.parseAsRoot(path)
            guard let command, !(command is any Action) else { continue }
            #expect(path.count < 2, "\(path) does nothing")
        }
    }

    @Test(
        "The version is that of the program, and completions come in three dialects",
        arguments: [
            (["--version"], "0.1.0"), (["--generate-completion-script", "bash"], "complete "),
            (["--generate-completion-script", "zsh"], "#compdef saluton"),
            (["--generate-completion-script", "fish"], "complete -c 'saluton'"),
        ])
    func others(arguments: [String], text: String) async {
        let paper = Paper()
        #expect(await Saluton.run(arguments, at: paper.desk()) == .done)
        #expect(paper.output.contains(text))
    }

    @Test("Manual pages have a page for each family, and no line of theirs is taken for a request")
    func manual() throws {
        let pages = try ManualPage.all(of: Saluton.self)
        #expect(
            pages.map(\.name) == [
                "saluton", "saluton-account", "saluton-message", "saluton-conversation", "saluton-history",
                "saluton-search", "saluton-retention", "saluton-roster", "saluton-presence",
                "saluton-notifications", "saluton-info", "saluton-events", "saluton-debug",
            ])
        expectSnapshot(pages[0].text, "manual/saluton.1")
        expectSnapshot(pages[2].text, "manual/saluton-message.1")
        #expect(Roff.escaped(".TH a\\b -x") == "\\&.TH a\\eb \\-x")
        #expect(Roff.escaped("'quoted'") == "\\&'quoted'")
    }
}
