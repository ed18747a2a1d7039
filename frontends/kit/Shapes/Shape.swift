public import JSONText

/// A typed look at something the daemon told: keys as on the bus, unknown ones kept for whoever wants the JSON.
public protocol Shape: Hashable, Sendable {
    var json: JSON { get }
    init(_ json: JSON)
}

/// A text and the language it is in.
public struct LanguageText: Hashable, Sendable {
    /// A language tag; empty where none was declared.
    public var language: RemoteText
    public var text: RemoteText

    public init(language: RemoteText, text: RemoteText) {
        self.language = language
        self.text = text
    }
}

extension JSON {
    /// A member's text; nil where it is absent or empty.
    func remote(_ name: String) -> RemoteText? {
        guard let text = self[name]?.string, !text.isEmpty else { return nil }
        return RemoteText(text)
    }

    /// A member's texts by language; empty where it is absent.
    func texts(_ name: String) -> [LanguageText] {
        (self[name]?.members ?? []).compactMap { member in
            member.value.string.map { LanguageText(language: RemoteText(member.name), text: RemoteText($0)) }
        }
    }

    /// The strings of a member that is an array.
    func remotes(_ name: String) -> [RemoteText] {
        (self[name]?.array ?? []).compactMap { $0.string.map(RemoteText.init) }
    }
}
