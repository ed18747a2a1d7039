import Foundation
import Testing

/// The manifest keeps to docs/ARCHITECTURE.md.
struct LayerTests {
    private struct Row {
        let ours: Set<String>
        let others: Set<String>
    }

    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func table() throws -> [String: Row] {
        let text = try String(contentsOf: Self.top.appending(path: "docs/ARCHITECTURE.md"), encoding: .utf8)
        var rows: [String: Row] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, Int(cells[1]) != nil || cells[1] == "–" else { continue }
            let names = { (cell: String) in
                Set(cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
            }
            rows[cells[2]] = Row(ours: names(cells[3]), others: names(cells[4]))
        }
        return rows
    }

    /// Target name to the names it depends on, as SwiftPM itself reads the manifest.
    private func manifest() throws -> [String: Set<String>] {
        let text = try String(contentsOf: Self.top.appending(path: "Package.swift"), encoding: .utf8)
        let call = /(?:house|program)\(\s*"(?<name>\w+)"(?:,\s*(?<list>\[[^\]]*\](?:\s*\+\s*\w+)*))?/
        let constants = [
            "log": ["Logging"], "nio": ["NIOCore", "NIOPosix"], "grdb": ["GRDB", "GRDBSQLite"],
            "arguments": ["ArgumentParser"],
        ]
        var targets: [String: Set<String>] = [:]
        for match in text.matches(of: call) {
            let list = String(match.output.list ?? "")
            var names = Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) })
            for (constant, products) in constants where list.contains(try Regex("\\b\(constant)\\b")) {
                names.formUnion(products)
            }
            targets[String(match.output.name)] = names
        }
        return targets
    }

    @Test("Every target has a row, and depends on nothing that the row does not allow")
    func layers() throws {
        let rows = try table()
        let targets = try manifest()
        #expect(targets.count > 15)
        for (name, dependencies) in targets.sorted(by: { $0.key < $1.key }) {
            let row = try #require(rows[name], "docs/ARCHITECTURE.md has no row for \(name)")
            let allowed = row.ours.union(row.others)
            #expect(dependencies.subtracting(allowed) == [], "\(name) depends on more than its row allows")
            #expect(allowed.subtracting(dependencies) == [], "the row of \(name) names what it does not depend on")
        }
        #expect(Set(rows.keys).subtracting(targets.keys) == [])
    }

    @Test("Every import is of something the row allows")
    func imports() throws {
        let rows = try table()
        let toolchain: Set<String> = [
            "Glibc", "FoundationEssentials", "Synchronization", "_Concurrency", "Foundation", "Dispatch",
        ]
        let manager = FileManager.default
        for (name, row) in rows {
            let candidates = ["Sources/\(name)", "frontends/\(name)"] + Self.folders(of: name)
            guard
                let folder = candidates.map({ Self.top.appending(path: $0) }).first(where: {
                    manager.fileExists(atPath: $0.path)
                })
            else {
                Issue.record("no folder for \(name)")
                continue
            }
            let files = try #require(manager.enumerator(at: folder, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(
                    of: /(?m)^(?:@\w+(?:\(\w+\))? )*(?:public |internal |private |package )?import (?:\w+ )?(\w+)/)
                {
                    let imported = String(match.output.1)
                    #expect(
                        toolchain.union(row.ours).union(row.others).contains(imported),
                        "\(file.lastPathComponent) of \(name) imports \(imported)")
                }
            }
        }
    }

    private static func folders(of target: String) -> [String] {
        switch target {
        case "FrontendKit": ["frontends/kit"]
        case "CommandLine": ["frontends/cli"]
        case "saluton": ["frontends/cli-main"]
        case "salutond": ["Sources/Daemon"]
        case "storebench": ["Benchmarks/store"]
        default: []
        }
    }
}
