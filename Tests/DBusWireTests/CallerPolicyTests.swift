import Foundation
import Testing

@testable import DBusWire

@Suite("Who may call")
struct CallerPolicyTests {
    @Test("Programs of our own user may, others may not")
    func users() {
        #expect(CallerPolicy.sameUser.admits(Credentials(user: getuid(), process: UInt32(getpid()))))
        #expect(CallerPolicy.sameUser.admits(Credentials(user: getuid())))
        #expect(!CallerPolicy.sameUser.admits(Credentials(user: getuid() &+ 1)))
    }

    @Test(
        "A confined program may not",
        arguments: [
            ("root/.flatpak-info", "", true), ("attr/current", "snap.chat.chat (enforce)\n", true),
            ("attr/current", "unconfined\n", false), ("attr/other", "snap.", false),
        ])
    func confinement(file: String, content: String, isConfined: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("process-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(file)
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: path)
        #expect(CallerPolicy.isConfined(processFolder: folder.path) == isConfined)
    }

    @Test("What the bus says of a caller is read strictly")
    func credentials() {
        let reply: [Value] = [.fields([.init("UnixUserID", .uint32(7)), .init("ProcessID", .uint32(8))])]
        #expect(Credentials(reply) == Credentials(user: 7, process: 8))
        #expect(Credentials([.fields([.init("UnixUserID", .string("7"))])]) == nil)
        #expect(Credentials([.fields([.init("ProcessID", .uint32(8))])]) == nil)
        #expect(Credentials([]) == nil)
    }
}
