import FrontendKit
import JSONText

/// What the server keeps of an account's messages.
struct ArchivePreferencesReport: Report {
    var json: JSON

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("Kept by default", rule)
        for (title, key) in [("Always kept", "always"), ("Never kept", "never")] {
            let list = json[key]?.array?.compactMap(\.string) ?? []
            if !list.isEmpty { sheet.add(title, list.map { RemoteText($0).printable }) }
        }
        return sheet.lines
    }

    private var rule: String {
        switch json["default"]?.string ?? "" {
        case "always": "everything"
        case "never": "nothing"
        case "roster": "messages with contacts"
        case let other: RemoteText(other).printable
        }
    }
}
