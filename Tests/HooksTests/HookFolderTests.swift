import Foundation
import Testing

@testable import Hooks

/// Which files are run.
struct HookFolderTests {
    private func look(_ home: Home) -> HookFolder.Look { HookFolder(path: home.hooks).look() }

    @Test("Without a folder there are no hooks, and nothing is wrong")
    func none() throws {
        let home = try Home()
        #expect(HookFolder(path: home.path + "/nowhere").look() == HookFolder.Look())
        #expect(look(home) == HookFolder.Look())
    }

    @Test("Programs in folders named after events are hooks, in the order of their names")
    func found() async throws {
        let home = try Home()
        for title in ["received/echo", "message-state/b", "message-state/a.py", "all/everything"] {
            try await home.hook(title, "true")
        }
        for title in ["received/.hidden", "received/echo~", ".git/config"] { try await home.hook(title, "true") }
        let look = look(home)
        #expect(
            look.hooks.map(\.title) == ["all/everything", "message-state/a.py", "message-state/b", "received/echo"])
        #expect(look.hooks.map(\.path) == look.hooks.map { home.hooks + "/" + $0.title })
        #expect(look.refused.isEmpty)
    }

    @Test(
        "What anybody could have written, or is no program, is not run",
        arguments: [
            (0o600, "not executable"), (0o720, "others can write"), (0o702, "others can write"),
            (0o777, "others can write"), (0o070, "others can write"), (0o055, "not executable"),
        ])
    func modes(mode: Int, reason: String) async throws {
        let home = try Home()
        try await home.hook("received/echo", "true", mode: mode)
        let look = look(home)
        #expect(look.hooks.isEmpty)
        #expect(look.refused.map(\.title) == ["received/echo"])
        #expect(look.refused.first?.reason.contains(reason) == true)
        try await home.hook("received/echo", "true", mode: 0o755)
        #expect(HookFolder(path: home.hooks).look().hooks.count == 1)
    }

    @Test("Folders that others can write to are not looked into", arguments: ["hooks", "hooks/received"])
    func openFolders(folder: String) async throws {
        let home = try Home()
        try await home.hook("received/echo", "true")
        try home.folder(folder, mode: 0o770)
        let look = look(home)
        #expect(look.hooks.isEmpty)
        #expect(look.refused.map(\.title) == [folder == "hooks" ? "" : "received"])
    }

    @Test("What belongs to somebody else is not run", .enabled(if: geteuid() == 0))
    func foreign() async throws {
        let home = try Home()
        let file = try await home.hook("received/echo", "true")
        chown(file, 1, 1)
        #expect(look(home).refused.map(\.reason) == ["it belongs to somebody else"])
    }

    @Test("Links stay inside the folder")
    func links() async throws {
        let home = try Home()
        try await home.hook("received/echo", "true")
        try home.link("message/echo", to: "../received/echo")
        try home.link("message/outside", to: "/bin/true")
        try home.link("message/nowhere", to: "gone")
        try home.link("other", to: "/usr/bin")
        let look = look(home)
        #expect(look.hooks.map(\.title) == ["message/echo", "received/echo"])
        #expect(look.hooks[0].path == home.hooks + "/received/echo")
        let reasons = Dictionary(uniqueKeysWithValues: look.refused.map { ($0.title, $0.reason) })
        #expect(
            reasons == [
                "message/outside": "it is a link that leads outside",
                "message/nowhere": "it is a link that leads nowhere",
                "other": "it is a link that leads outside",
            ])
    }

    @Test("Programs beside the folders, folders among the programs and strange names are named and not run")
    func misplaced() async throws {
        let home = try Home()
        try await home.hook("echo", "true")
        try home.folder("hooks/received/deeper")
        try await home.hook("received/with space", "true")
        try await home.hook("received/\(String(repeating: "x", count: 60))", "true")
        let look = look(home)
        #expect(look.hooks.isEmpty)
        #expect(look.refused.count == 4)
        #expect(look.refused.first { $0.title == "echo" }?.reason.contains("not a folder") == true)
        #expect(look.refused.first { $0.title == "received/deeper" }?.reason == "it is not a file")
    }

    @Test("There is an end to how many are run")
    func many() async throws {
        let home = try Home()
        for number in 10..<50 { try await home.hook("received/h\(number)", "true") }
        let look = look(home)
        #expect(look.hooks.count == HookBounds.hooks)
        #expect(look.refused.count == 40 - HookBounds.hooks)
    }
}
