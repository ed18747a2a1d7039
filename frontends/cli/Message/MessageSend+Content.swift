import DBusWire

extension MessageSend {
    /// The texts by language, TEXT first.
    func texts(at desk: Desk) throws(Failure) -> [(language: String, text: String)] {
        var texts = moreTexts.map { (language: $0.language, text: $0.text) }
        if let text, text != "-" {
            texts.insert((lang ?? "", text), at: 0)
        } else if text == "-" || (moreTexts.isEmpty && subject == nil && moreSubjects.isEmpty) {
            if text == nil && desk.input.isTerminal {
                throw .usage("There is no text.", action: "Give it as an argument, or - to type it, ended by Ctrl-D.")
            }
            texts.insert((lang ?? "", try desk.textFromInput()), at: 0)
        }
        guard texts.allSatisfy({ !$0.text.isEmpty }) else { throw .usage("The text is empty.") }
        return texts
    }

    /// The options of Conversation1.Send.
    var options: [Value.Field] {
        var options: [Value.Field] = []
        let subjects = (subject.map { [TaggedText(lang ?? "", $0)] } ?? []) + moreSubjects
        if !subjects.isEmpty {
            let entries = subjects.map { Value.Entry(.string($0.language), .string($0.text)) }
            options.append(Value.Field("subjects", .dictionary(entries, key: .string, value: .string)))
        }
        if let type { options.append(Value.Field("type", .string(type.rawValue))) }
        if let thread { options.append(Value.Field("thread", .string(thread))) }
        if let resource { options.append(Value.Field("resource", .string(resource))) }
        return options
    }

    /// What follows the first slash of the address.
    private var resource: String? {
        jid.firstIndex(of: "/").map { String(jid[jid.index(after: $0)...]) }
    }
}
