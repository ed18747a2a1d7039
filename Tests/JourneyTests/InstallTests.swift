import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct InstallTests {
        private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path

        /// Everything below a folder, without folders.
        private func files(_ folder: String) -> Set<String> {
            let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return Set(
                paths.filter { path in
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                        && !isFolder.boolValue
                })
        }

        private func run(_ command: String, at user: DaemonUnderTest) async throws {
            let log = user.home.appendingPathComponent("install.log").path
            let program = try Program(
                ["/bin/sh", "-c", command], environment: user.environment, output: log, complaints: log)
            try #require(await program.ended() == 0, "\((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
        }

        @Test("What is installed works from there, and uninstalling leaves nothing behind")
        func installed() async throws {
            let user = try DaemonUnderTest()
            let (root, prefix) = (
                user.home.appendingPathComponent("root").path, user.home.appendingPathComponent("usr").path
            )
            let binaries = URL(fileURLWithPath: Program.path("salutond")).deletingLastPathComponent().path
            try await run("\(Self.top)/scripts/install '\(binaries)' '' '\(prefix)' '\(prefix)/etc'", at: user)
            let installed = files(prefix)
            for file in [
                "bin/saluton", "bin/salutond", "etc/xdg/autostart/saluton.desktop", "lib/systemd/user/saluton.service",
                "share/dbus-1/services/org.saluton.Saluton1.service",
                "share/dbus-1/interfaces/org.saluton.Account1.xml",
                "share/man/man1/saluton.1", "share/man/man1/saluton-message.1", "share/man/man1/salutond.1",
                "share/bash-completion/completions/saluton", "share/zsh/site-functions/_saluton",
                "share/fish/vendor_completions.d/saluton.fish",
            ] {
                #expect(installed.contains(file), "\(file) is not installed")
            }
            // Packagers install below another root; the paths in the files are those without it.
            try await run("\(Self.top)/scripts/install '\(binaries)' '\(root)' /usr /etc", at: user)
            #expect(files(root + "/usr").count + 1 == installed.count)
            let unit = try String(contentsOfFile: "\(root)/usr/lib/systemd/user/saluton.service", encoding: .utf8)
            #expect(unit.contains("ExecStart=/usr/bin/salutond"))
            try await run(
                "systemd-analyze --user --man=no verify '\(prefix)/lib/systemd/user/saluton.service'", at: user)
            try await run("desktop-file-validate '\(prefix)/etc/xdg/autostart/saluton.desktop'", at: user)

            // The bus starts the installed daemon by the installed file.
            let name = "org.saluton.Saluton1.service"
            let service = try String(contentsOfFile: "\(prefix)/share/dbus-1/services/\(name)", encoding: .utf8)
            #expect(service.contains("Exec=\(prefix)/bin/salutond\n"))
            try user.installActivation(of: "\(prefix)/bin/salutond")
            let listed = try await user.saluton("account", "list", "--json")
            #expect(listed.status == 0, "\(listed)")
            let daemon = try await user.reach()
            let process = try #require(daemon.process)
            let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
            #expect(program == "\(prefix)/bin/salutond")

            try await run("\(Self.top)/scripts/uninstall '' '\(prefix)' '\(prefix)/etc'", at: user)
            #expect(files(prefix) == [])
        }
    }
}
