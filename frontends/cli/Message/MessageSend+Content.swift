import BusAPI
import DBusWire

extension MessageSend {
    /// The texts by language, TEXT first.
    func texts(at desk: Desk) throws(Failure) -> OrderedEntries<String, String> {
        var texts = moreTexts.map { ($0.language, $0.text) }
        if let text, text != "-" {
            texts.insert((lang ?? "", text), at: 0)
        } else if text == "-" || (moreTexts.isEmpty && subject == nil && moreSubjects.isEmpty) {
            if text == nil && desk.input.isTerminal {
                throw .usage("There is no text.", action: "Give it as an argument, or - to type it, ended by Ctrl-D.")
            }
            texts.insert((lang ?? "", try desk.textFromInput()), at: 0)
        }
        guard texts.allSatisfy({ !$0.1.isEmpty }) else { throw .usage("The text is empty.") }
        return OrderedEntries(texts)
    }

    /// The options of Conversation1.Send.
    var options: Fields {
        var options: Fields = [:]
        let subjects = (subject.map { [TaggedText(lang ?? "", $0)] } ?? []) + moreSubjects
        if !subjects.isEmpty { options.set("subjects", OrderedEntries(subjects.map { ($0.language, $0.text) })) }
        options.set("type", type?.rawValue)
        options.set("thread", thread)
        options.set("resource", resource)
        return options
    }

    /// What follows the first slash of the address.
    private var resource: String? {
        jid.firstIndex(of: "/").map { String(jid[jid.index(after: $0)...]) }
    }
}
