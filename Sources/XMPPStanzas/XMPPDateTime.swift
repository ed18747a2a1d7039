/// A moment as XMPP writes it, "2002-09-10T23:08:25.123Z" (XEP-0082 §3.2).
public struct XMPPDateTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// µs since 1970, UTC, without leap seconds; remote ones lie anywhere in the years 0000–9999.
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Reads a moment with its time zone; `nil` when it is not exactly of that form or no such day exists.
    ///
    /// Digits behind the sixth of the fraction are dropped; a leap second is the first of the next minute.
    public init?(_ text: String) {
        var reader = DateTimeReader(text)
        guard let day = reader.date("-"), reader.skip("T"), let time = reader.time(), let offset = reader.offset(),
            reader.isAtEnd
        else { return nil }
        microseconds = (day * 86_400 - Int64(offset)) * 1_000_000 + time
    }

    /// Reads the old form, "20020910T23:08:25", which is always UTC (XEP-0082 §4, XEP-0091).
    public init?(legacy text: String) {
        var reader = DateTimeReader(text)
        guard let day = reader.date(nil), reader.skip("T"), let time = reader.time(), reader.isAtEnd else { return nil }
        microseconds = day * 86_400_000_000 + time
    }

    /// In UTC, with a fraction only where there is one; years beyond 0000–9999 come out as the nearest moment within.
    public var description: String {
        let moment = min(max(microseconds, Self.earliest), Self.latest)
        let (day, rest) = moment.dividedFloor(by: 86_400_000_000)
        let date = Calendar.date(ofDay: day)
        let (seconds, fraction) = rest.dividedFloor(by: 1_000_000)
        var text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
        text += "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        if fraction != 0 {
            var digits = padded(fraction, 6)
            while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
            text += ".\(digits)"
        }
        return text + "Z"
    }

    public static func < (one: XMPPDateTime, other: XMPPDateTime) -> Bool { one.microseconds < other.microseconds }

    /// Reads a time zone, "-06:00" or "Z", as seconds east of UTC (XEP-0082 §3.4, XEP-0202); `nil` when it is none.
    public static func offset(_ text: String) -> Int? {
        var reader = DateTimeReader(text)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }

    /// Writes a time zone: "+05:45"; seconds east of UTC, parts of minutes are dropped, beyond a day is "Z".
    public static func text(ofOffset seconds: Int) -> String {
        guard seconds != 0, abs(seconds.clamped(to: -86_400...86_400)) < 86_400 else { return "Z" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + "\(padded(Int64(minutes / 60), 2)):\(padded(Int64(minutes % 60), 2))"
    }

    private static let earliest: Int64 = -62_167_219_200_000_000
    private static let latest: Int64 = 253_402_300_799_999_999
}

private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
