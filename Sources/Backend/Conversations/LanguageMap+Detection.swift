import Domain
import Languages

extension LanguageMap {
    /// What language the first text seems to be in, a tag; `nil`: it declares one itself, or it cannot be told.
    ///
    /// What it quotes of somebody else does not count.
    /// - Parameter stamp: the language of the whole stanza, where it came in one.  Servers put it there, who know the
    ///   text no better than anybody (RFC 6120 §8.1.5), so that it is not what the text declares.
    func detectedLanguage(_ details: EntryDetails?, stamp: String? = nil) -> String? {
        guard let first, first.language.isEmpty || (items.count == 1 && first.language == stamp) else { return nil }
        guard let quotation = Quotation(before: first.text, details) else {
            return LanguageDetection.language(of: first.text)
        }
        let own = String.UnicodeScalarView(first.text.unicodeScalars.dropFirst(quotation.shift))
        return LanguageDetection.language(of: String(own))
    }
}
