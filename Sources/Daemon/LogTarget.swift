import Logs

/// Where `--log` sends the log.
enum LogTarget: Equatable {
    case standardError
    case journal
    case file(String)

    /// `stderr`, `journal` or `file:PATH`; `nil` for anything else.
    init?(_ text: String) {
        switch text {
        case "stderr": self = .standardError
        case "journal": self = .journal
        default:
            guard text.hasPrefix("file:/") else { return nil }
            self = .file(String(text.dropFirst(5)))
        }
    }

    func sink() throws(Failure) -> any LogSink {
        switch self {
        case .standardError: return FileSink()
        case .journal: return JournalSink() ?? FileSink() as any LogSink
        case .file(let path):
            guard let file = FileSink(path: path) else {
                throw Failure("The log file \(path) cannot be opened for writing.", code: .configuration)
            }
            return file
        }
    }
}
