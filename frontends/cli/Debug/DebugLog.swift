import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton debug log`
struct DebugLog: Action {
    enum Level: String, CaseIterable, ExpressibleByArgument {
        case trace, debug, info, notice, warning, error
    }

    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show the daemon's log as it is kept in memory.",
        discussion: "It never holds message texts or secrets.")

    @Option(help: ArgumentHelp("Lines after this number.", valueName: "number"))
    var after: UInt64 = 0

    @Option(help: ArgumentHelp("At most so many lines, the newest.", valueName: "number"))
    var last: UInt32 = 100

    @Option(help: "This level and above.")
    var level: Level?

    @Option(help: ArgumentHelp("Only lines whose label begins so, as saluton.session.", valueName: "prefix"))
    var label: String?

    @Option(
        help: ArgumentHelp("Change what is logged from now on, as notice,saluton.session=debug.", valueName: "filter"))
    var setFilter: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...100_000).contains(last) else { throw ValidationError("--last is 1–100000.") }
    }

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        if let setFilter {
            try await daemon.manager.setLogFilter(to: setFilter)
            return try desk.show(
                Done("From now on: \(RemoteText(setFilter).printable)", ["filter": .string(setFilter)]))
        }
        var options: Fields = [:]
        options.set("level", level?.rawValue)
        options.set("label", label)
        var lines: [LogLine] = []
        var next = after
        while true {
            let page = try await daemon.manager.readLog(after: next, limit: 500, options: options)
            lines = (lines + page.lines.map(LogLine.init)).suffix(Int(last))
            if page.lines.isEmpty || page.next == next { break }
            next = page.next
        }
        try desk.show(LogReport(entries: lines, next: next))
    }
}
