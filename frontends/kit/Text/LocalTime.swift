internal import Glibc

/// How moments are written for people: in the user's time zone, the day first.
public struct LocalTime: Sendable {
    /// The zone of the machine or of `TZ`.
    public static let local = LocalTime(isUTC: false)
    public static let utc = LocalTime(isUTC: true)

    private let isUTC: Bool

    /// `2026-03-04 14:05:06`.
    /// - Parameter microseconds: since 1970, UTC.
    public func text(_ microseconds: Int64) -> String {
        guard let parts = broken(microseconds) else { return "\(microseconds) µs" }
        return Self.day(parts) + " " + Self.clock(parts)
    }

    /// `14:05:06`.
    public func clockText(_ microseconds: Int64) -> String {
        guard let parts = broken(microseconds) else { return "\(microseconds) µs" }
        return Self.clock(parts)
    }

    /// µs since 1970, UTC, of a moment on the calendar; one without an offset is in this zone.
    public func microseconds(_ moment: CalendarTime) -> Int64 {
        var parts = tm()
        parts.tm_year = Int32(clamping: moment.year - 1900)
        parts.tm_mon = Int32(clamping: moment.month - 1)
        parts.tm_mday = Int32(clamping: moment.day)
        parts.tm_hour = Int32(clamping: moment.hour)
        parts.tm_min = Int32(clamping: moment.minute)
        parts.tm_sec = Int32(clamping: moment.second)
        // Whether summer time is on, the zone knows.
        parts.tm_isdst = -1
        let seconds = isUTC || moment.offset != nil ? timegm(&parts) : mktime(&parts)
        return (Int64(seconds) - Int64(moment.offset ?? 0) * 60) * 1_000_000
    }

    private func broken(_ microseconds: Int64) -> tm? {
        var seconds = time_t(microseconds / 1_000_000)
        if microseconds % 1_000_000 < 0 { seconds -= 1 }
        var parts = tm()
        let result = isUTC ? gmtime_r(&seconds, &parts) : localtime_r(&seconds, &parts)
        return result == nil ? nil : parts
    }

    private static func day(_ parts: tm) -> String {
        let year = String(Int64(parts.tm_year) + 1900)
        let filled = String(repeating: "0", count: max(0, 4 - year.count)) + year
        return filled + "-" + two(parts.tm_mon + 1) + "-" + two(parts.tm_mday)
    }

    private static func clock(_ parts: tm) -> String {
        two(parts.tm_hour) + ":" + two(parts.tm_min) + ":" + two(parts.tm_sec)
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
