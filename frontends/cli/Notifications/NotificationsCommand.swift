import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton notifications`
struct NotificationsCommand: Action {
    enum Level: String, CaseIterable, ExpressibleByArgument {
        case all, calls, none
    }

    enum Text: String, CaseIterable, ExpressibleByArgument {
        case shown, hidden
    }

    static let configuration = CommandConfiguration(
        commandName: "notifications", abstract: "See and change what the desktop is told of.",
        discussion: "What is muted stays so, and nothing is shown while your presence is dnd.")

    @Option(help: "All messages, calls (what names you or wants your attention), or none.")
    var level: Level?

    @Option(help: "The texts, or only who wrote.")
    var text: Text?

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let manager = try await desk.daemon().manager
        var settings: Fields = [:]
        settings.set("level", level?.rawValue)
        settings.set("text", text.map { $0 == .shown })
        if level != nil || text != nil { try await manager.setNotifications(to: settings) }
        try desk.show(NotificationsReport(try await manager.getNotifications()))
    }
}

/// What the desktop is told of.
struct NotificationsReport: Report {
    var level: String
    var showsText: Bool

    init(_ settings: Fields) throws {
        level = try settings.get("level", as: String.self) ?? "all"
        showsText = try settings.get("text", as: Bool.self) ?? true
    }

    var json: JSON { ["level": .string(level), "text": .bool(showsText)] }

    func lines(_ time: LocalTime) -> [String] {
        let what =
            switch level {
            case "none": "The desktop is told of nothing."
            case "calls": "The desktop is told of what names you, wants your attention or waits for your answer."
            default: "The desktop is told of every message that is not muted."
            }
        return level == "none" ? [what] : [what, showsText ? "Texts are shown." : "Texts are hidden."]
    }
}
