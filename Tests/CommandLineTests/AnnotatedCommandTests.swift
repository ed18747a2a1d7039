import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite("Commands that the description of the bus names")
struct AnnotatedCommandTests {
    @Test("Each of them is one that there is")
    func commands() throws {
        let folder = goldenFolder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("dbus")
        var lines: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".xml") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            lines += text.matches(of: /Command" value="saluton ([^"]*)"/).map { String($0.output.1) }
        }
        #expect(lines.count > 40)
        for line in lines {
            let command = try? Saluton.parseAsRoot(Self.words(line))
            #expect(command is any Action, "saluton \(line)")
        }
    }

    /// The words as a shell divides them; all quotes there are single ones.
    private static func words(_ line: String) -> [String] {
        line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { place, part in
            place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }
}
