public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Spoiler messages (XEP-0382 §7.1).
    public static let spoiler: Namespace = "urn:xmpp:spoiler:0"
}

/// The wish that a text stays hidden until its reader asks for it (XEP-0382).
public enum Spoiler {
    /// Most hints of one message; further languages are left out.
    public static let languages = 16
    /// Longest hint in bytes; of a longer one only the wish is kept.
    public static let hintBytes = 1024

    /// Adds what a payload hints at to the hints so far; other payloads change nothing.
    ///
    /// - Parameters:
    ///   - language: the message's; what counts where the hint names none.
    ///   - hints: `nil` as long as nothing is hidden; a spoiler without a hint makes it empty.
    public static func read(_ payload: Element, around language: String?, into hints: inout LanguageMap?) {
        guard payload.has("spoiler", .spoiler) else { return }
        var all = hints ?? LanguageMap()
        let text = payload.text
        if !text.isEmpty, text.utf8.count <= hintBytes, all.items.count < languages {
            all.add(text, language: payload[Name("lang", .xml)] ?? language ?? "")
        }
        hints = all
    }

    /// One element for each hint, one without any where there is none (XEP-0382 §3).
    public static func elements(_ hints: LanguageMap) -> [Element] {
        guard !hints.isEmpty else { return [Element("spoiler", .spoiler)] }
        return hints.items.map { hint in
            var element = Element("spoiler", .spoiler, text: hint.text)
            if !hint.language.isEmpty { element[Name("lang", .xml)] = hint.language }
            return element
        }
    }
}
