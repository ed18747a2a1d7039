import FrontendKit

extension Desk {
    /// A password, from standard input or from the person at the terminal.
    /// - Parameter jid: whose.
    func password(for jid: String, fromStandardInput: Bool) throws(Failure) -> String {
        let text: String?
        if fromStandardInput {
            text = input.readLine(1024).flatMap { String(validating: $0, as: UTF8.self) }
        } else if input.isTerminal {
            text = input.askSecret("Password for \(RemoteText(jid).printable): ")
        } else {
            throw .usage(
                "There is no password, and nobody to ask for it.",
                action: "Give it by --password-stdin, or name a --password-command.")
        }
        guard let text, !text.isEmpty else {
            throw .usage("The password is empty, longer than 1,024 bytes, or not UTF-8.")
        }
        return text
    }

    /// Asks once before something is destroyed.
    /// - Parameter question: ends with a question mark.
    func confirm(_ question: String, isConfirmed: Bool) throws(Failure) {
        if isConfirmed { return }
        guard input.isTerminal else {
            throw .usage("This cannot be undone, and nobody is there to ask.", action: "To do it all the same: --yes")
        }
        complain(question + "  Type yes: ")
        let answer = input.readLine(64).flatMap { String(validating: $0, as: UTF8.self) }
        guard answer == "yes" else {
            throw Failure(.aborted, name: "Aborted", "Nothing was done.")
        }
    }

    /// A message text from standard input.
    func textFromInput(limit: Int = 256 << 10) throws(Failure) -> String {
        guard let bytes = input.readAll(limit) else {
            throw .usage("The text is longer than \(limit >> 10) KiB.", action: "Send it in parts.")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else { throw .usage("The text is not UTF-8.") }
        if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
        return text
    }
}
