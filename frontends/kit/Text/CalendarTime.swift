/// A date, or a date and a time of day, as ISO 8601 writes them.
public struct CalendarTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour = 0
    public var minute = 0
    public var second = 0
    /// Minutes east of Greenwich; nil for the user's zone.
    public var offset: Int?

    /// `2026-03-04`, `2026-03-04T14:05`, `2026-03-04 14:05:06`, either with `Z` or `+01:00` behind.
    /// - Returns: nil where the text is none of these, or no day of the calendar.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        func take(_ count: Int) -> Int? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        func skip(_ characters: String) -> Bool {
            guard let first = rest.first, characters.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard let year = take(4), skip("-"), let month = take(2), skip("-"), let day = take(2) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        if skip("T ") {
            guard let hour = take(2), skip(":"), let minute = take(2) else { return nil }
            (self.hour, self.minute) = (hour, minute)
            if skip(":") {
                guard let second = take(2) else { return nil }
                self.second = second
            }
            if skip("Z") {
                offset = 0
            } else if let sign = rest.first, skip("+-") {
                guard let hours = take(2) else { return nil }
                _ = skip(":")
                guard let minutes = take(2), hours < 24, minutes < 60 else { return nil }
                offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
            }
        }
        guard rest.isEmpty, isOnTheCalendar else { return nil }
    }

    private var isOnTheCalendar: Bool {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[max(0, min(11, month - 1))]).contains(day)
            && (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
    }
}
