/// A formatted part of a text, beside it: the text itself stays what the sender wrote.
public struct TextSpan: Hashable, Sendable {
    /// What a part is; frontends show it as they can.  The raw values are the words on the bus.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Italics, as a rule.
        case emphasis
        /// Bold, as a rule.
        case strong
        /// Struck through, as a rule.
        case deleted
        /// Letters of one width, within a line.
        case code
        /// The same in lines of their own; no formatting inside.
        case codeBlock = "code-block"
        case quote
        case list
        case orderedList = "ordered-list"
        /// One of a list, which it stands in.
        case item
        /// Leads to `TextSpan.link`.
        case link
    }

    public var kind: Kind
    /// Unicode code points of the text, from 0 (XEP-0426); never empty.
    public var range: Range<Int>
    /// Where a link leads: an address of `http`, `https`, `xmpp` or `mailto`; `nil` for anything but links.
    public var link: String?
    /// What a block of code is written in, in the sender's words; `nil`: not said.
    public var language: String?

    public init(_ kind: Kind, _ range: Range<Int>, link: String? = nil, language: String? = nil) {
        self.kind = kind
        self.range = range
        self.link = link
        self.language = language
    }
}
