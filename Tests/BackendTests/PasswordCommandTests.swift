import Digests
import Foundation
import Testing

@testable import Backend

/// Commands of the user's that print a password.
struct PasswordCommandTests {
    @Test(
        "The first line of what it prints is the password",
        arguments: [
            ("printf 'secret\\nnotes\\n'", "secret"), ("printf secret", "secret"), ("printf 'a b \\r\\n'", "a b "),
            ("printf 'ünï\\n'", "ünï"), ("cat /dev/null; echo x", "x"),
        ])
    func taken(command: String, password: String) async throws {
        #expect(try await PasswordCommand.secret(from: command) == Secret(utf8: password))
    }

    @Test(
        "Anything else has failed",
        arguments: [
            ("exit 3", "status 3"), ("echo x; exit 1", "status 1"), ("true", "printed nothing"),
            ("echo", "printed nothing"),
            ("no-such-command-at-all 2>/dev/null", "status 127"), ("head -c 5000 /dev/zero", "too much"),
            ("kill -9 $$", "signal 9"), ("kill -9 $$; echo x", "signal 9"),
        ])
    func failed(command: String, reason: String) async throws {
        let error = await #expect(throws: VaultError.self) { try await PasswordCommand.secret(from: command) }
        #expect(error?.code == "password-command-failed")
        #expect(error?.sentence.contains(reason) == true)
    }

    @Test(
        "A command that takes too long is ended, with all it has started",
        arguments: ["sleep 600", "echo x; exec >&-; sleep 600", "sleep 600 & sleep 600", "trap '' TERM; sleep 600"])
    func tooLong(command: String) async throws {
        let error = await #expect(throws: VaultError.self) {
            try await PasswordCommand.secret(from: command, patience: 1)
        }
        #expect(error?.sentence.contains("longer than 1 seconds") == true)
        #expect(Self.zombies() == 0)
    }

    @Test("Giving up ends the command")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let task = Task { try await PasswordCommand.secret(from: "mkfifo \(folder.path)/p; cat \(folder.path)/p") }
        while !FileManager.default.fileExists(atPath: folder.path + "/p") { await Task.yield() }
        task.cancel()
        await #expect(throws: VaultError.self) { try await task.value }
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await PasswordCommand.secret(from: "sleep 600")
        }
        await #expect(throws: VaultError.self) { try await early.value }
    }

    /// Children of this process that nobody has waited for, apart from those of other tests that run now.
    private static func zombies() -> Int {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return tasks.filter { Int($0) != nil }.count { task in
            guard let text = try? String(contentsOfFile: "/proc/\(task)/stat", encoding: .utf8),
                let end = text.lastIndex(of: ")")
            else { return false }
            let rest = text[end...].split(separator: " ")
            return rest.count > 2 && rest[1] == "Z" && rest[2] == "\(getpid())" && text.contains("(sleep)")
        }
    }
}
