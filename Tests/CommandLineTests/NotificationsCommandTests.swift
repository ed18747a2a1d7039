import ArgumentParser
import DBusWire
import TestSupport
import Testing

@testable import CommandLine

@Suite("saluton notifications")
struct NotificationsCommandTests {
    private func run(_ line: String, level: String, text: Bool) async throws -> (output: String, calls: [String]) {
        let bus = try PrivateBus()
        var answers = FakeDaemon.Answers()
        answers.on("Properties.Set")
        answers.on(
            "Properties.Get",
            .variant(.fields([Value.Field("level", .string(level)), Value.Field("text", .bool(text))])))
        let daemon = try await FakeDaemon(on: bus, answers)
        let paper = Paper()
        let status = await Saluton.run(
            line.split(separator: " ").map(String.init), at: paper.desk(bus: .address(bus.address)))
        #expect(status == .done, "\(paper.errors)")
        return (paper.output, daemon.calls)
    }

    @Test("What is told of is shown, and changed where that was asked for")
    func settings() async throws {
        let shown = try await run("notifications", level: "all", text: true)
        #expect(shown.output == "The desktop is told of every message that is not muted.\nTexts are shown.\n")
        #expect(!shown.calls.contains("Properties.Set"))
        let changed = try await run("notifications --level calls --text hidden --json", level: "calls", text: false)
        #expect(changed.output == #"{"level":"calls","text":false}"# + "\n")
        #expect(changed.calls.contains("Properties.Set"))
    }

    @Test("Nothing else is a setting", arguments: ["--level loud", "--text maybe", "--level"])
    func mistakes(words: String) async {
        let line = "notifications \(words)".split(separator: " ").map(String.init)
        #expect(throws: (any Error).self) { try Saluton.parseAsRoot(line) }
    }
}
