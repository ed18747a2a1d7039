/// A part of a body by its ends, in code points (XEP-0372 §3.1, XEP-0513 §3.3, XEP-0426 §3).
enum BodyRange {
    /// `nil` unless both ends are there and in order, something is between them, and it is all in the body.
    static func range(_ begin: UInt32?, _ end: UInt32?, within length: Int) -> Range<Int>? {
        guard let begin, let end, begin < end, Int(end) <= length else { return nil }
        return Int(begin)..<Int(end)
    }
}
