import FrontendKit
import JSONText

/// A mailbox (RFC 4155), each entry a message; earlier versions and other languages are parts of it.
struct MailboxWriter: EntryWriter {
    /// Bare address of the account.
    let account: String

    func entry(_ exported: ExportedEntry) -> String {
        let entry = exported.entry
        let moment = entry.time ?? 0
        let author = entry.json["author"]?.string ?? (entry.isOutgoing ? account : exported.peer)
        var mail = "From \(MailText.address(Self.bare(author))) \(MailDate.separator(moment))\n"
        func header(_ name: String, _ value: String) { mail += "\(name): \(value)\n" }
        header("From", Self.mailbox(author))
        header("To", Self.mailbox(entry.isOutgoing ? exported.peer : account))
        header("Date", MailDate.header(moment))
        header("Message-ID", Self.reference(entry.id))
        if let replied = entry.repliedEntry { header("In-Reply-To", Self.reference(replied)) }
        for (language, text) in Self.texts(entry.json["subjects"]) {
            header("Subject", MailText.header(text, language: language))
            break
        }
        facts(entry, header)
        header("MIME-Version", "1.0")
        let parts =
            Self.parts(entry.json, description: nil)
            + exported.versions.flatMap { version in
                Self.parts(
                    version.json, description: "until it was edited; since \(MailDate.header(version.time ?? 0))")
            }
        return mail + Self.body(parts, boundary: "=_" + MailText.address(entry.id)) + "\n"
    }

    /// What mail has no header for.
    private func facts(_ entry: EntryShape, _ header: (String, String) -> Void) {
        let names = [
            "kind", "state", "reason", "thread", "encryption", "spoiler", "retracted-by", "retraction-reason",
        ]
        for name in names {
            guard let text = entry.json[name]?.string, !text.isEmpty else { continue }
            let capitalised = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            header("X-Saluton-" + capitalised.joined(separator: "-"), MailText.header(text))
        }
        if entry.isRetracted { header("X-Saluton-Retracted", "yes") }
        if let corrected = entry.corrected { header("X-Saluton-Corrected", MailDate.header(corrected)) }
        for link in entry.json["links"]?.array ?? [] {
            if let url = link["url"]?.string { header("X-Saluton-Link", MailText.header(url)) }
        }
        for given in entry.json["reactions"]?.members ?? [] {
            let authors = (given.value.array ?? []).compactMap(\.string).joined(separator: ", ")
            header("X-Saluton-Reaction", MailText.header(given.name + " " + authors))
        }
    }

    private struct Part {
        var language: String
        var text: String
        var description: String?
    }

    /// A part for each language.
    private static func parts(_ json: JSON, description: String?) -> [Part] {
        texts(json["texts"]).map { Part(language: $0.0, text: $0.1, description: description) }
    }

    /// Texts with their languages, an invalid tag counting as none.
    private static func texts(_ json: JSON?) -> [(String, String)] {
        (json?.members ?? []).compactMap { member in
            member.value.string.map { (LanguageTag.isValid(member.name) ? member.name : "", $0) }
        }
    }

    private static func body(_ parts: [Part], boundary: String) -> String {
        guard parts.count != 1, !parts.isEmpty else {
            return part(parts.first ?? Part(language: "", text: "", description: nil))
        }
        // No quoted-printable line has the boundary's `=_` in it (RFC 2045 §6.7).
        return "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n"
            + parts.map { "--\(boundary)\n" + part($0) }.joined() + "--\(boundary)--\n"
    }

    private static func part(_ part: Part) -> String {
        var text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        if !part.language.isEmpty { text += "Content-Language: \(part.language)\n" }
        if let description = part.description { text += "Content-Description: \(description)\n" }
        return text + "\n" + MailText.body(part.text)
    }

    /// The bare address; the whole as a name, where mail cannot write it as it is.
    private static func mailbox(_ jid: String) -> String {
        let address = MailText.address(bare(jid))
        return address == jid ? address : MailText.header(jid).asPhrase + " <\(address)>"
    }

    private static func bare(_ jid: String) -> String { jid.firstIndex(of: "/").map { String(jid[..<$0]) } ?? jid }

    /// Entries are known by their ids; the name is one that nobody has (RFC 2606 §2).
    private static func reference(_ entry: String) -> String { "<\(MailText.address(entry))@saluton.invalid>" }
}

extension String {
    /// Quoted, unless it is an encoded word (RFC 5322 §3.2.4).
    fileprivate var asPhrase: String {
        if hasPrefix("=?") { return self }
        var quoted = "\""
        for character in self {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
