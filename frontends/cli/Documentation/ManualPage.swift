import ArgumentParser
import JSONText

/// A page of the manual, section 1, made from what the commands say about themselves.
struct ManualPage {
    /// `saluton` or `saluton-account`.
    let name: String
    /// Roff, for man(7).
    let text: String

    /// A page for the program and one for each of its families.
    static func all(of root: (some ParsableCommand).Type) throws -> [ManualPage] {
        let command = try JSONParser.parse(root._dumpHelp())["command"] ?? .null
        let program = CommandFacts(command, path: [])
        let families = program.subcommands
        let names = [program.pageName] + families.map(\.pageName)
        return ([program] + families).map { facts in
            ManualPage(name: facts.pageName, text: page(facts, others: names.filter { $0 != facts.pageName }))
        }
    }

    private static func page(_ facts: CommandFacts, others: [String]) -> String {
        var roff = Roff()
        roff.title(facts.pageName, version: "Saluton \(Saluton.version)")
        roff.section("NAME")
        roff.line("\(facts.pageName) - \(facts.abstractWithoutStop)")
        let isProgram = facts.path.count == 1
        let leaves = facts.subcommands.isEmpty ? [facts] : facts.subcommands
        roff.section("SYNOPSIS")
        for leaf in leaves { roff.synopsis(leaf.usage(isGroup: isProgram)) }
        if let discussion = facts.discussion {
            roff.section("DESCRIPTION")
            roff.text(discussion)
        }
        if !isProgram {
            roff.section(facts.subcommands.isEmpty ? "OPTIONS" : "COMMANDS")
            for leaf in leaves { describe(leaf, isAlone: facts.subcommands.isEmpty, in: &roff) }
        }
        if isProgram { exitStatus(in: &roff) }
        roff.section("SEE ALSO")
        roff.line((others + ["salutond"]).map { "\($0)(1)" }.joined(separator: ", "))
        return roff.text
    }

    private static func describe(_ leaf: CommandFacts, isAlone: Bool, in roff: inout Roff) {
        if !isAlone {
            roff.subsection(leaf.path.joined(separator: " "))
            roff.text(leaf.abstract)
            if let discussion = leaf.discussion { roff.text(discussion) }
        }
        for argument in leaf.arguments { roff.item(argument.heading, argument.explanation) }
    }

    private static func exitStatus(in roff: inout Roff) {
        roff.section("EXIT STATUS")
        for status in CommandStatus.all { roff.item("\(status.code)", status.meaning) }
    }
}
