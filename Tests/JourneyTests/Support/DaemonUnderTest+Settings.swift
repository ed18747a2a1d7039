import BusAPI
import DBusWire
import Foundation
import TestSupport

extension DaemonUnderTest {
    /// Settings of an account on a scripted server.
    func settings(_ port: UInt16, _ authority: TestAuthority? = nil, password: String, tls: String = "starttls")
        -> Fields
    {
        var settings: Fields = [
            "host": .string("127.0.0.1"), "port": .uint16(port), "tls": .string(tls), "password": .string(password),
        ]
        settings.set("authority-file", authority?.file)
        return settings
    }
}

extension DaemonUnderTest {
    /// Whether the daemon's log has these words.
    func says(_ words: String) async throws -> Bool { try await saluton("debug", "log").output.contains(words) }

    /// A shell script among the user's hooks.
    func hook(_ title: String, _ script: String) throws {
        let file = home.appendingPathComponent("config/saluton/hooks/\(title)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try "#!/bin/sh\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    }
}
