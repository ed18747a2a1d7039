import BusAPI
import DBusWire
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

@testable import CommandLine

@Suite("Exit statuses and errors")
struct CommandStatusTests {
    private static let page = goldenFolder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/cli.md")

    @Test("The codes are those of docs/cli.md, with the same errors in each row")
    func table() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        var documented: [Int32: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let code = Int32(cells[0]) else { continue }
            documented[code] = cells[1]
            for match in line.matches(of: /`(\w+)`/) {
                #expect(CommandStatus(busError: String(match.output.1)).code == code)
            }
        }
        let ours = Dictionary(uniqueKeysWithValues: CommandStatus.all.map { ($0.code, $0.meaning) })
        #expect(documented == ours)
    }

    @Test("Every error of the bus has a status of its own and an advice where there is one to give")
    func everyError() throws {
        let file = Self.page.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("dbus/errors.xml")
        let names = try String(contentsOf: file, encoding: .utf8).matches(of: /error name="(\w+)"/).map {
            String($0.output.1)
        }
        #expect(names.count > 15)
        for name in names {
            #expect(CommandStatus(busError: name) != .failed, "\(name) has no status")
            let isSelfExplaining = ["InvalidArguments", "LimitExceeded", "RemoteError"].contains(name)
            #expect((Advice.action(for: name) == nil) == isSelfExplaining, "\(name)")
        }
        #expect(CommandStatus(busError: "OfTheFuture") == .failed)
    }

    @Test(
        "What went wrong on the way to the daemon is told with what to do",
        arguments: [
            (Unreachable.noBus("x"), "NoBus"), (.notInstalled, "NoDaemon"), (.didNotStart("x"), "NoDaemon"),
            (.foreign(user: 7), "ForeignDaemon"), (.busFailed("x"), "BusFailed"),
        ])
    func unreachable(error: Unreachable, name: String) {
        let failure = Failure(error)
        #expect(failure.status == .noDaemon)
        #expect(failure.name == name)
        #expect(failure.action != nil)
    }

    @Test(
        "Errors of the bus itself are understood too",
        arguments: [
            ("org.freedesktop.DBus.Error.Disconnected", "DaemonGone", CommandStatus.noDaemon),
            ("org.freedesktop.DBus.Error.NoReply", "DaemonGone", .noDaemon),
            ("org.freedesktop.DBus.Error.AccessDenied", "AccessDenied", .noDaemon),
            ("org.freedesktop.DBus.Error.InvalidArgs", "InvalidArguments", .usage),
            ("org.freedesktop.DBus.Error.LimitsExceeded", "LimitExceeded", .usage),
            ("org.freedesktop.DBus.Error.UnknownMethod", "Unexpected", .failed),
            ("org.saluton.Error.StorageFull", "StorageFull", .storage),
            ("org.saluton.Error.OfTheFuture", "OfTheFuture", .failed),
        ])
    func busErrors(bus: String, name: String, status: CommandStatus) throws {
        let failure = Failure(BusError(busName: try #require(ErrorName(rawValue: bus)), message: "why"))
        #expect(failure.name == name)
        #expect(failure.status == status)
        #expect(failure.sentence.contains("why"))
    }

    @Test("A failure is a sentence and what to do; remote text in it is harmless")
    func failures() {
        let failure = Failure(.refused, name: "RemoteError", "no \u{1B}[2J\nway", action: "Try \u{9B}later")
        #expect(failure.lines == ["saluton: no ␛[2J", "  way", "  Try ‹U+009B›later"])
        #expect(
            Printable.json(failure.json.text)
                == #"{"error":{"code":6,"name":"RemoteError","sentence":"no \u001b[2J\nway","action":"Try \u009blater"}}"#
        )
    }
}
