import XMPPExtensions

/// Spans as a person reads them: `strong:*so*`, in their order.
func read(_ spans: [MarkupSpan], in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return spans.map { span in
        guard span.range.upperBound <= scalars.count else { return "\(span.kind):beyond" }
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[span.range])
        return "\(span.kind):\(part)"
    }
}
