import Foundation
import Processes

/// A home with a folder of hooks; it goes with this object.
final class Home: Sendable {
    let path: String
    var hooks: String { path + "/hooks" }

    init() throws {
        // Without links, as the daemon reports it.
        let top = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        path = top + "/hooks-\(UUID().uuidString.prefix(8))"
        try folder("hooks")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func folder(_ name: String, mode: Int = 0o700) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
    }

    /// A shell script below `hooks`.
    ///
    /// Another process writes it: a program cannot be run while somebody has its file open for writing, and whoever is
    /// started at that moment has what we have.
    @discardableResult
    func hook(_ title: String, _ script: String, mode: Int = 0o700) async throws -> String {
        let file = hooks + "/" + title
        let parts = title.split(separator: "/")
        if parts.count > 1 { try folder("hooks/" + parts.dropLast().joined(separator: "/")) }
        let fresh = "\(path)/fresh-\(UUID().uuidString)"
        let write = "cat > '\(fresh)' && chmod \(String(mode, radix: 8)) '\(fresh)' && mv -f '\(fresh)' '\(file)'"
        let call = ProgramCall(
            "/bin/sh", ["-c", write], input: Array("#!/bin/sh\n\(script)\n".utf8),
            limits: ProgramCall.Limits(time: .seconds(60), output: 1000))
        guard await call.run().cause == .status(0) else { throw CocoaError(.fileWriteUnknown) }
        return file
    }

    func link(_ title: String, to target: String) throws {
        try folder("hooks/" + title.split(separator: "/").dropLast().joined(separator: "/"))
        try FileManager.default.createSymbolicLink(atPath: hooks + "/" + title, withDestinationPath: target)
    }

    /// A named pipe; what is returned waits for the first line that somebody writes into it.
    func pipe(_ name: String) throws -> @Sendable () async -> String {
        let file = path + "/" + name
        guard mkfifo(file, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return {
            await OffLoop.run {
                let bytes = try? FileHandle(forReadingFrom: URL(filePath: file)).readToEnd()
                let text = String(decoding: bytes ?? Data(), as: UTF8.self)
                return text.split(separator: "\n").first.map(String.init) ?? ""
            }
        }
    }

    func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}
