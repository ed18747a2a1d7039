public import XMLStreams

extension Fallback {
    /// Which parts of a body are there only for those who do not understand `understood`.
    ///
    /// In Unicode code points, inside of the text, in order, without overlap; empty: none.
    public static func ranges(
        _ fallbacks: [Fallback], for understood: Set<Namespace>, in text: String
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let length = text.unicodeScalars.count
        for fallback in fallbacks where fallback.purpose.map(understood.contains) == true {
            switch fallback.body {
            case .none: break
            case .whole: return length == 0 ? [] : [0..<length]
            case .ranges(let ranges): found += ranges.map { $0.clamped(to: 0..<length) }
            }
        }
        var merged: [Range<Int>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// A body without what is there only for those who do not understand `understood`.
    public static func removing(
        _ fallbacks: [Fallback], for understood: Set<Namespace>, from text: String
    ) -> String {
        let ranges = ranges(fallbacks, for: understood, in: text)
        guard !ranges.isEmpty else { return text }
        let scalars = text.unicodeScalars
        var kept = String.UnicodeScalarView()
        var (place, count) = (scalars.startIndex, 0)
        for range in ranges {
            let start = scalars.index(place, offsetBy: range.lowerBound - count)
            kept.append(contentsOf: scalars[place..<start])
            place = scalars.index(start, offsetBy: range.count)
            count = range.upperBound
        }
        kept.append(contentsOf: scalars[place...])
        return String(kept)
    }
}
