/// What language a text is in, guessed from its letters alone.
///
/// Scripts that one language has to itself are told by the script; what is written in Latin or Cyrillic letters is
/// compared with how often three letters follow each other in each language (`LanguageProfiles`).  A guess takes the
/// first 160 letters at most, and some microseconds.
public enum LanguageDetection {
    /// The languages that can be told apart: tags (RFC 5646), each a primary language.
    public static let languages: [String] = LanguageProfiles.tags + Script.tags

    /// The tag of the language; `nil` where the text is too short, too mixed, or like none or several of the languages.
    public static func language(of text: String) -> String? {
        // Four letters of two bytes each is the least that tells anything; below that no table is needed.
        guard text.utf8.count >= 8 else { return nil }
        var reading = LetterReading()
        reading.read(text)
        return reading.language
    }
}
