import BusAPI
import Foundation
import FrontendKit
import Testing

extension Journeys {
    struct SocketExampleTests {
        static let languages = [("bash", "/bin/bash", "-c"), ("python", "/usr/bin/env", "python3")]

        @Test("The examples of docs/api-socket.md do what the page says", arguments: languages)
        func example(language: String, program: String, argument: String) async throws {
            let user = try DaemonUnderTest(door: .socket)
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            let text = try Self.block(language)
            let words =
                language == "bash" ? [program, argument, text, "example", "2"] : [program, argument, "-c", text, "2"]
            let place = user.home.appendingPathComponent("cli/example").path
            let example = try Program(
                words, environment: user.environment, output: place, complaints: place + ".err")
            _ = try await daemon.addAccount("romeo@example.org", settings: [:], isEnabled: false)
            let status = try await example.ended("the example in \(language)")
            #expect(status == 0)
            #expect(try String(contentsOfFile: place, encoding: .utf8) == "1 account\n2 account\n")
            #expect(try String(contentsOfFile: place + ".err", encoding: .utf8) == "")
        }

        /// The page's block of code in a language.
        private static func block(_ language: String) throws -> String {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            let page = try String(contentsOf: root.appendingPathComponent("docs/api-socket.md"), encoding: .utf8)
            let start = try #require(page.range(of: "```\(language)\n"))
            let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
            return String(page[start.upperBound..<end.lowerBound])
        }
    }
}
