import Foundation
import Processes
import Testing

/// Programs that are run once.
struct ProgramTests {
    private static let limits = ProgramCall.Limits(time: .seconds(30), output: 1000, complaints: 1000)

    private func shell(
        _ script: String, input: String = "", limits: ProgramCall.Limits = limits, environment: [String]? = nil,
        folder: String? = nil
    ) async -> ProgramEnd {
        await ProgramCall(
            "/bin/sh", ["-c", script], environment: environment, folder: folder, input: Array(input.utf8),
            limits: limits
        ).run()
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(
        "What it says is taken, and how it ended",
        arguments: [
            ("cat", ProgramEnd.Cause.status(0), "input", ""), ("exit 3", .status(3), "", ""),
            ("echo out; echo err >&2", .status(0), "out\n", "err\n"), ("kill -9 $$", .signal(9), "", ""),
            ("echo before; kill -15 $$", .signal(15), "before\n", ""), ("no-such-thing 2>&-", .status(127), "", ""),
            ("exec >&- 2>&-; exit 4", .status(4), "", ""),
        ])
    func ended(script: String, cause: ProgramEnd.Cause, output: String, complaints: String) async {
        let end = await shell(script, input: "input")
        #expect(end.cause == cause)
        #expect(text(end.output) == output)
        #expect(text(end.complaints) == complaints)
    }

    @Test("What is not there or cannot be run is not started", arguments: ["/no/such/file", "/etc/passwd", "/tmp"])
    func notStarted(path: String) async {
        #expect(await ProgramCall(path, limits: Self.limits).run().cause == .notStarted)
    }

    @Test("A program that takes too long is asked to end, then killed", arguments: [true, false])
    func overdue(listens: Bool) async {
        let limits = ProgramCall.Limits(time: .milliseconds(300), grace: .seconds(listens ? 20 : 1), output: 1000)
        let trap = listens ? "trap 'echo asked; exit 0' TERM" : "trap 'echo asked' TERM"
        let end = await shell("\(trap); while :; do sleep 0.05; done", limits: limits)
        #expect(end.cause == .overdue)
        #expect(text(end.output).hasPrefix("asked\n"))
    }

    @Test("One that says too much is ended; what fits is kept", arguments: ["yes", "yes >&2", "cat /dev/zero"])
    func flood(script: String) async {
        let end = await shell(script)
        #expect(end.cause == .flood)
        #expect(end.output.count + end.complaints.count == 1000)
    }

    @Test("Exactly as much as may be is not too much")
    func full() async {
        let end = await shell("head -c 1000 /dev/zero")
        #expect(end.cause == .status(0))
        #expect(end.output.count == 1000)
    }

    @Test("Nobody waits for children that keep the output, and they are gone afterwards")
    func children() async throws {
        let end = await shell("sleep 1000 & echo $!; exit 0")
        #expect(end.cause == .status(0))
        let child = try #require(Int32(text(end.output).trimmingCharacters(in: .newlines)))
        // Whoever was its parent has collected it, or will at once: it does not run.
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? "( ) Z"
        #expect(state.contains(") Z") || state.contains(") X") || kill(child, 0) != 0)
    }

    @Test("A large input nobody reads holds nothing up")
    func unread() async {
        let end = await shell("exec <&-; echo done", input: String(repeating: "x", count: 4 << 20))
        #expect(text(end.output) == "done\n")
        let partly = await shell("head -c 3", input: String(repeating: "x", count: 4 << 20))
        #expect(text(partly.output) == "xxx")
    }

    @Test("It has the environment and the folder it is given, and no descriptor of ours")
    func surroundings() async throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: "/etc/passwd"))
        defer { try? file.close() }
        let end = await shell("env; pwd; echo /proc/self/fd/*", environment: ["ONE=1", "TWO=a b"], folder: "/usr")
        let lines = text(end.output).split(separator: "\n").map(String.init)
        #expect(lines.contains("ONE=1") && lines.contains("TWO=a b") && lines.contains("/usr"))
        #expect(!lines.contains { $0.hasPrefix("HOME=") })
        let numbers = lines.last?.split(separator: " ").count ?? 0
        #expect(numbers <= 4)
    }

    @Test("Cancelling kills it, also before it started")
    func cancelled() async {
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await shell("sleep 600")
        }
        #expect(await early.value.cause == .notStarted)
        let folder = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString.prefix(8))")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let late = Task { await shell("mkfifo \(folder.path)/p; cat \(folder.path)/p") }
        while !FileManager.default.fileExists(atPath: folder.path + "/p") { await Task.yield() }
        late.cancel()
        #expect(await late.value.cause == .signal(9))
    }
}
