/// Reads the parts of date and time profiles strictly: ASCII digits, fixed widths, nothing optional but the fraction.
struct DateTimeReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, UInt32(byte) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Days since 1970; `nil` separator for the old form.
    mutating func date(_ separator: Unicode.Scalar?) -> Int64? {
        guard let year = number(4), skipOptional(separator), let month = number(2), skipOptional(separator),
            let day = number(2), (1...12).contains(month), day >= 1, day <= Calendar.days(inMonth: month, of: year)
        else { return nil }
        return Calendar.day(year: year, month: month, day: day)
    }

    /// Microseconds since midnight.
    mutating func time() -> Int64? {
        guard let hour = number(2), skip(":"), let minute = number(2), skip(":"), let second = number(2), hour < 24,
            minute < 60, second <= 60
        else { return nil }
        var fraction: Int64 = 0
        if skip(".") {
            guard let digits = fractionDigits() else { return nil }
            fraction = digits
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
        if skip("Z") { return 0 }
        let isEast = skip("+")
        guard isEast || skip("-"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        let seconds = Int(hours * 3600 + minutes * 60)
        return isEast ? seconds : -seconds
    }

    private mutating func skipOptional(_ separator: Unicode.Scalar?) -> Bool { separator.map { skip($0) } ?? true }

    /// A number of exactly this many digits, at most four.
    private mutating func number(_ width: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func fractionDigits() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = digit() {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<max(count, 6) { value *= 10 }
        return value
    }

    private mutating func digit() -> Int64? {
        guard let byte = rest.first, byte >= 0x30, byte <= 0x39 else { return nil }
        rest.removeFirst()
        return Int64(byte) - 0x30
    }
}
