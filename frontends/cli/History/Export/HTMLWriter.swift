import FrontendKit
import JSONText

/// A page for a browser: no scripts, nothing fetched, everything of others escaped.
struct HTMLWriter: EntryWriter {
    let time: LocalTime
    private var isInConversation = false

    init(time: LocalTime) { self.time = time }

    func begin() -> String {
        """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="referrer" content="no-referrer">
        <title>History</title>
        <style>
        body { font-family: sans-serif; max-width: 50em; margin: auto }
        article { margin: 0.5em 0; padding-left: 0.5em; border-left: 3px solid #888 }
        article.out { border-color: #36c }
        article p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
        header, footer, details { font-size: smaller; color: #555 }
        </style>
        </head>
        <body>

        """
    }

    mutating func conversation(_ facts: ConversationShape) -> String {
        defer { isInConversation = true }
        return (isInConversation ? "</section>\n" : "")
            + "<section>\n<h1><bdi>\(Self.escaped(facts.jid))</bdi></h1>\n"
    }

    func end() -> String { (isInConversation ? "</section>\n" : "") + "</body>\n</html>\n" }

    func entry(_ exported: ExportedEntry) -> String {
        let entry = exported.entry
        let id = Self.escaped(RemoteText(entry.id))
        var html = "<article id=\"\(id)\" class=\"\(entry.isOutgoing ? "out" : "in")\">\n"
        html += header(entry)
        let said =
            entry.seal.map { "<p>(encrypted with <bdi>\(Self.escaped($0))</bdi>, which could not be read)</p>\n" }
            ?? Self.paragraphs(entry.texts, tag: "span")
        let body = Self.paragraphs(entry.subjects, tag: "strong") + said
        html +=
            entry.spoiler.map { hint in
                "<details><summary>Spoiler: <bdi>\(Self.escaped(hint))</bdi></summary>\n\(body)</details>\n"
            } ?? body
        html += versions(exported.versions) + Self.footer(entry)
        return html + "</article>\n"
    }

    private func header(_ entry: EntryShape) -> String {
        let moment = entry.time.map { "<time>\(time.text($0))</time> " } ?? ""
        let author = entry.author.map { "<b><bdi>\(Self.escaped($0))</bdi></b>" } ?? ""
        var remarks = entry.progress.map { [Self.escaped(RemoteText($0.name))] } ?? []
        if let corrected = entry.corrected { remarks.append("edited \(time.text(corrected))") }
        if entry.isRetracted {
            let author = entry.retractedBy.map { " by <bdi>\(Self.escaped($0))</bdi>" } ?? ""
            remarks.append("retracted" + author)
        }
        return "<header>\(moment)\(author)\(remarks.map { " · " + $0 }.joined())</header>\n" + answer(entry)
    }

    private func answer(_ entry: EntryShape) -> String {
        guard let replied = entry.repliedEntry else { return "" }
        let author = entry.repliedAuthor.map { "<bdi>\(Self.escaped($0))</bdi>" } ?? "a message"
        return "<header>answers <a href=\"#\(Self.escaped(RemoteText(replied)))\">\(author)</a></header>\n"
    }

    private func versions(_ versions: [VersionShape]) -> String {
        guard !versions.isEmpty else { return "" }
        let texts = versions.map { version in
            (version.time.map { "<time>\(time.text($0))</time>\n" } ?? "")
                + Self.paragraphs(version.subjects, tag: "strong") + Self.paragraphs(version.texts, tag: "span")
        }
        return "<details><summary>Before it was edited</summary>\n\(texts.joined())</details>\n"
    }

    private static func footer(_ entry: EntryShape) -> String {
        let links = entry.links.map { link -> String in
            let text = escaped(link.description ?? link.url)
            guard isHarmless(link) else { return "<bdi>\(escaped(link.url))</bdi>" }
            return "<a rel=\"noopener noreferrer nofollow\" href=\"\(escaped(link.url))\"><bdi>\(text)</bdi></a>"
        }
        let reactions = entry.reactions.map { given in
            let authors = given.authors.map { "<bdi>\(escaped($0))</bdi>" }.joined(separator: ", ")
            return "<bdi>\(escaped(given.reaction))</bdi> \(authors)"
        }
        let parts = links + reactions
        return parts.isEmpty ? "" : "<footer>\(parts.joined(separator: " · "))</footer>\n"
    }

    /// Whether a browser that opens it only fetches a page: `javascript:` and `data:` would run.
    private static func isHarmless(_ link: LinkShape) -> Bool {
        let url = (link.json["url"]?.string ?? "").lowercased()
        return url.hasPrefix("https://") || url.hasPrefix("http://")
    }

    private static func paragraphs(_ texts: [LanguageText], tag: String) -> String {
        texts.map { text in
            let language = escaped(text.language)
            let attribute = LanguageTag.isValid(language) ? " lang=\"\(language)\"" : ""
            let lines = text.text.printableLines.map(escaped).joined(separator: "\n")
            return "<p dir=\"auto\"\(attribute)><\(tag)>\(lines)</\(tag)></p>\n"
        }.joined()
    }

    /// On one line, without what could steer a terminal or a browser.
    private static func escaped(_ text: RemoteText) -> String { escaped(text.printable) }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
