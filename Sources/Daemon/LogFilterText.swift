import Logs

/// Checks `--log-filter` before anything is started.
enum LogFilterText {
    static func isValid(_ text: String) -> Bool { LogFilter(text) != nil }
}
