import ArgumentParser
import BusAPI
import DBusWire

/// The languages and subjects of a text that goes out.
struct TextOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of TEXT and of --subject, as de or pt-BR.", valueName: "language"))
    var lang: String?

    @Option(help: "Subject.")
    var subject: String?

    @Option(
        name: .customLong("text"),
        help: ArgumentHelp("The text in one more language; may be repeated.", valueName: "language=text"))
    var moreTexts: [TaggedText] = []

    @Option(
        name: .customLong("subject-text"),
        help: ArgumentHelp("The subject in one more language; may be repeated.", valueName: "language=text"))
    var moreSubjects: [TaggedText] = []

    func validate() throws {
        if let lang, !LanguageTag.isValid(lang) { throw ValidationError("A language is written like de or pt-BR.") }
        _ = try TaggedText.map(moreTexts + [TaggedText(lang ?? "", "")], of: "text")
        if subject != nil || !moreSubjects.isEmpty {
            let first = subject.map { [TaggedText(lang ?? "", $0)] } ?? []
            _ = try TaggedText.map(first + moreSubjects, of: "subject")
        }
    }

    private var hasNoText: Bool { moreTexts.isEmpty && subject == nil && moreSubjects.isEmpty }

    /// The texts by language, TEXT first.
    /// - Parameters:
    ///   - text: TEXT, or `-` for standard input, which is also read where nothing else says what to send.
    ///   - mayBeAbsent: the message says something without a text.
    func texts(
        _ text: String?, at desk: Desk, mayBeAbsent: Bool = false
    ) throws(Failure) -> OrderedEntries<String, String> {
        var texts = moreTexts.map { ($0.language, $0.text) }
        if let text, text != "-" {
            texts.insert((lang ?? "", text), at: 0)
        } else if text == "-" || (hasNoText && !mayBeAbsent) {
            if text == nil && desk.input.isTerminal {
                throw .usage("There is no text.", action: "Give it as an argument, or - to type it, ended by Ctrl-D.")
            }
            texts.insert((lang ?? "", try desk.textFromInput()), at: 0)
        }
        guard texts.allSatisfy({ !$0.1.isEmpty }) else { throw .usage("The text is empty.") }
        return OrderedEntries(texts)
    }

    /// The option `subjects` of Conversation1.Send and Correct.
    var subjects: OrderedEntries<String, String>? {
        let subjects = (subject.map { [TaggedText(lang ?? "", $0)] } ?? []) + moreSubjects
        return subjects.isEmpty ? nil : OrderedEntries(subjects.map { ($0.language, $0.text) })
    }
}
