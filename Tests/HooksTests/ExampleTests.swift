import Foundation
import Processes
import Testing

/// The hooks that are shipped as examples, run as the daemon runs them.
struct ExampleTests {
    private let home: Home

    init() throws { home = try Home() }

    private func run(_ name: String, _ variables: String...) async -> ProgramEnd {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let fixed = [
            "HOME=\(home.path)", "PATH=/usr/bin:/bin", "SALUTON_ACCOUNT=juliet@example.com", "SALUTON_EVENT=message",
        ]
        return await ProgramCall(
            top.appending(path: "docs/examples/hooks/\(name)").path, ["received"], environment: fixed + variables,
            folder: home.path, input: Array("{}\n".utf8),
            limits: ProgramCall.Limits(time: .seconds(60), output: 10_000, complaints: 10_000)
        ).run()
    }

    private func output(_ end: ProgramEnd) -> String { String(decoding: end.output, as: UTF8.self) }

    @Test("auto-answer answers each contact once while the user is away", arguments: ["away", "xa", "dnd"])
    func away(show: String) async {
        let romeo = "SALUTON_PEER=romeo@example.net"
        let first = await run("auto-answer", "SALUTON_SHOW=\(show)", romeo)
        #expect(first.cause == .status(0))
        #expect(output(first).hasPrefix("I am away"))
        let again = await run("auto-answer", "SALUTON_SHOW=\(show)", romeo)
        #expect(again == ProgramEnd(.status(0)))
        let other = await run("auto-answer", "SALUTON_SHOW=\(show)", "SALUTON_PEER=x'; touch /tmp/$(id)@example.net")
        #expect(output(other).hasPrefix("I am away"))
    }

    @Test("auto-answer says nothing while the user is there", arguments: ["available", "chat", "unavailable", ""])
    func present(show: String) async {
        let end = await run("auto-answer", "SALUTON_SHOW=\(show)", "SALUTON_PEER=romeo@example.net")
        #expect(end == ProgramEnd(.status(0)))
    }

    @Test("auto-answer has the user's own text")
    func ownText() async throws {
        try home.folder(".config/saluton")
        try "Back on Monday\n".write(
            toFile: home.path + "/.config/saluton/auto-answer.txt", atomically: true, encoding: .utf8)
        let end = await run("auto-answer", "SALUTON_SHOW=away", "SALUTON_PEER=romeo@example.net")
        #expect(output(end) == "Back on Monday\n")
    }

    @Test("phone-alert runs the user's command once for who calls while nobody looks")
    func alert() async throws {
        try home.folder(".config/saluton")
        let command = home.path + "/.config/saluton/phone-alert.command"
        try "cat >> \(home.path)/alerts; echo no answer\n".write(toFile: command, atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            let end = await run(
                "phone-alert", "SALUTON_WATCHED=no", "SALUTON_CALL=yes", "SALUTON_PEER=romeo@example.net")
            #expect(end == ProgramEnd(.status(0)))
        }
        #expect(home.text("alerts") == "romeo@example.net asks for you on juliet@example.com\n")
    }

    @Test(
        "phone-alert does nothing while somebody looks, or for what calls nobody",
        arguments: [("yes", "yes"), ("no", "no"), ("yes", "no")])
    func noAlert(watched: String, call: String) async {
        let end = await run(
            "phone-alert", "SALUTON_WATCHED=\(watched)", "SALUTON_CALL=\(call)", "SALUTON_PEER=romeo@example.net")
        #expect(end == ProgramEnd(.status(0)))
    }

    @Test("phone-alert says what is missing, and tries again when its command has failed")
    func failing() async throws {
        let variables = ("SALUTON_CALL=yes", "SALUTON_PEER=romeo@example.net")
        let missing = await run("phone-alert", variables.0, variables.1)
        #expect(missing.cause == .status(1))
        #expect(String(decoding: missing.complaints, as: UTF8.self).contains("there is no command"))
        try home.folder(".config/saluton")
        try "echo x >> \(home.path)/tries; exit 7\n".write(
            toFile: home.path + "/.config/saluton/phone-alert.command", atomically: true, encoding: .utf8)
        for _ in 0..<2 { #expect(await run("phone-alert", variables.0, variables.1).cause == .status(7)) }
        #expect(home.text("tries") == "x\nx\n")
    }
}
