import ArgumentParser
import FrontendKit

/// `saluton history import`
struct HistoryImport: Action {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read back what export wrote as jsonl; what is here already stays as it is.",
        discussion: "Lines that cannot be read are told with their numbers and left out; the status is 1 then.")

    @Argument(help: "The file, or - for standard input.", completion: .file())
    var file: String

    @Flag(help: "Only say what would happen.")
    var dryRun = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let lines = try LineFile(file)
        var run = ImportRun(account: try await desk.account(account), isDryRun: dryRun)
        while let line = try lines.next() {
            try await run.take(line, number: lines.number)
            if lines.number % 1_000 == 0 { desk.progress?("\(lines.number) lines read") }
        }
        try await run.finish()
        desk.progress?("")
        var outcome = run.outcome
        outcome.isDryRun = dryRun
        try desk.show(outcome)
        guard !outcome.isWhole else { return }
        let count = outcome.refused + outcome.invalid
        throw Failure(
            .failed, name: "Incomplete", count == 1 ? "1 line was left out." : "\(count) lines were left out.",
            action: "The others are not lost: mend these lines and read the file again.")
    }
}
