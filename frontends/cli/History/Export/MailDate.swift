@preconcurrency import Glibc

/// Moments as mail writes them, in UTC and in English whatever the locale is.
enum MailDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Wed, 04 Mar 2026 14:05:06 +0000` (RFC 5322 §3.3).
    /// - Parameter microseconds: since 1970, UTC.
    static func header(_ microseconds: Int64) -> String {
        let parts = Parts(microseconds)
        return "\(parts.weekday), \(two(parts.day)) \(parts.month) \(parts.year) \(parts.clock) +0000"
    }

    /// `Wed Mar  4 14:05:06 2026`, as asctime(3) writes it (RFC 4155).
    static func separator(_ microseconds: Int64) -> String {
        let parts = Parts(microseconds)
        let day = parts.day < 10 ? " \(parts.day)" : "\(parts.day)"
        return "\(parts.weekday) \(parts.month) \(day) \(parts.clock) \(parts.year)"
    }

    private struct Parts {
        var weekday = "Thu"
        var day: Int32 = 1
        var month = "Jan"
        var year = "1970"
        var clock = "00:00:00"

        /// The beginning of 1970 where the moment is out of what mail can say.
        init(_ microseconds: Int64) {
            var seconds = time_t(microseconds / 1_000_000)
            var parts = tm()
            guard microseconds >= 0, gmtime_r(&seconds, &parts) != nil, parts.tm_year < 8100 else { return }
            weekday = MailDate.days[Int(parts.tm_wday)]
            month = MailDate.months[Int(parts.tm_mon)]
            day = parts.tm_mday
            year = String(Int(parts.tm_year) + 1900)
            clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        }
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
