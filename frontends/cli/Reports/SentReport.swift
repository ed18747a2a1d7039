import FrontendKit
import JSONText

/// A message that was sent.
struct SentReport: Report {
    var entry: EntryShape

    var json: JSON { entry.json }

    func lines(_ time: LocalTime) -> [String] {
        switch entry.progress {
        case .some(let progress) where progress.isAcknowledged: []
        default: ["Queued as \(RemoteText(entry.id).printable)."]
        }
    }
}
