import Domain
import Languages

extension LanguageMap {
    /// What language the first text seems to be in, a tag; `nil`: it declares one, or it cannot be told.
    ///
    /// What it quotes of somebody else does not count.
    func detectedLanguage(_ details: EntryDetails?) -> String? {
        guard let first, first.language.isEmpty else { return nil }
        guard let quotation = Quotation(before: first.text, details) else {
            return LanguageDetection.language(of: first.text)
        }
        let own = String.UnicodeScalarView(first.text.unicodeScalars.dropFirst(quotation.shift))
        return LanguageDetection.language(of: String(own))
    }
}
