/// What its author does, told in the third person (XEP-0245).
public enum ActionText {
    /// What stands behind "/me ", to be shown behind the author's name; `nil`: the text is no such phrase.
    ///
    /// Only the first four characters count (XEP-0245 §2); nothing is trimmed.
    public static func phrase(of text: String) -> Substring? {
        guard text.utf8.starts(with: "/me ".utf8) else { return nil }
        return text[text.utf8.index(text.startIndex, offsetBy: 4)...]
    }
}

extension EntryContent {
    /// Whether the first text tells what its author does.
    public var isAction: Bool { texts.first.map { ActionText.phrase(of: $0.text) != nil } ?? false }
}
