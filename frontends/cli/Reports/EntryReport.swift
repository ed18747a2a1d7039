import FrontendKit
import JSONText

/// One entry of a conversation.
struct EntryReport: Report {
    var entry: EntryShape
    /// The entry it answers, where that is known.
    var replied: EntryShape?
    /// Whether its id is shown, and whom the conversation is with.
    var showsPlace = false
    /// Whether what hides behind a spoiler is shown.
    var showsSpoilers = false

    var json: JSON { entry.json }

    /// `2026-03-04 14:05:06 → romeo@example.org (delivered)  The text`, its other lines beneath it, and what else there is
    /// to tell beneath these.  What we say stands in front of what others say, or behind a sign that no line of theirs can
    /// begin with, so that nobody can say it for us.
    func lines(_ time: LocalTime) -> [String] {
        let moment = entry.time.map(time.text) ?? "(no time)"
        let author = entry.author?.printable ?? (entry.isOutgoing ? "(us)" : "(nobody)")
        let remarks = remarks(time)
        let said = remarks.isEmpty ? "" : " (" + remarks.joined(separator: ", ") + ")"
        let head = "\(place)\(moment) \(entry.isOutgoing ? "→" : "←") \(author)\(said)  "
        let body = body
        return [head + (body.first ?? "")] + body.dropFirst().map { "    " + $0 } + marks.map { "  + " + $0 }
    }

    private var place: String {
        guard showsPlace else { return "" }
        let peer = entry.peer.map { " " + $0.printable } ?? ""
        return RemoteText(entry.id).printable + peer + "  "
    }

    private var body: [String] {
        let subject = entry.subjects.isEmpty ? [] : ["Subject: " + LanguageLines.line(entry.subjects)]
        guard entry.spoiler == nil || showsSpoilers else { return subject + ["(hidden; --spoilers shows it)"] }
        if let seal = entry.seal { return subject + ["(encrypted with \(seal.printable), which cannot be read here)"] }
        if let action = entry.action { return subject + self.action(action) }
        return subject + LanguageLines.lines(entry.ownTexts, emphasising: entry.ownMatches)
    }

    /// `* romeo@example.org shrugs`: one star, as no line of ours has.
    private func action(_ action: RemoteText) -> [String] {
        var lines = action.printableLines
        lines[0] = "* " + (entry.author?.printable ?? "(nobody)") + " " + lines[0]
        return lines
    }

    /// What is unusual: `normal`, `delayed`, `failed: forbidden`.
    private func remarks(_ time: LocalTime) -> [String] {
        var remarks: [String] = []
        if !["chat", ""].contains(entry.kind) { remarks.append(RemoteText(entry.kind).printable) }
        if entry.isDelayed { remarks.append("delayed") }
        if entry.wantsAttention { remarks.append("attention") }
        if entry.mentionsUser { remarks.append("mentions us") }
        if let hint = entry.spoiler { remarks.append(hint.isEmpty ? "spoiler" : "spoiler: \(hint.printable)") }
        if let corrected = entry.corrected { remarks.append("edited " + time.text(corrected)) }
        if let timer = entry.timer { remarks.append("goes after " + Span.text(seconds: timer)) }
        if entry.isRetracted { remarks.append(retraction) }
        let state = entry.progress.map { RemoteText($0.name).printable }
        switch (state, entry.reason?.printable) {
        case (let state?, let reason?): remarks.append(state + ": " + reason)
        case (let state?, nil): remarks.append(state)
        case (nil, let reason?): remarks.append(reason)
        case (nil, nil): break
        }
        return remarks
    }

    private var retraction: String {
        let author = entry.retractedBy.map { " by " + $0.printable } ?? ""
        return "retracted" + author + (entry.retractionReason.map { ": " + $0.printable } ?? "")
    }

    /// What belongs to it besides its texts.
    private var marks: [String] {
        var marks: [String] = []
        if entry.isReply { marks.append(answer) }
        for link in entry.links where link.description != nil || !isWholeText(link) {
            marks.append("link: " + link.url.printable + (link.description.map { "  " + $0.printable } ?? ""))
        }
        for given in entry.reactions {
            marks.append(
                "\(given.reaction.printable) from " + given.authors.map(\.printable).joined(separator: ", "))
        }
        return marks
    }

    /// Whether the text says nothing but this address, and can be seen.
    private func isWholeText(_ link: LinkShape) -> Bool {
        (entry.spoiler == nil || showsSpoilers) && entry.texts.count == 1 && entry.texts[0].text == link.url
    }

    /// What it answers: the author and the beginning of the text, or as much of it as is known.
    private var answer: String {
        let author = (replied?.author ?? entry.repliedAuthor).map { " \($0.printable)" } ?? " a message"
        guard let replied else { return "answers" + author + (entry.repliedEntry == nil ? " (not here)" : "") }
        let hides = replied.spoiler != nil && !showsSpoilers || replied.seal != nil
        let text = hides || replied.isRetracted ? nil : replied.ownTexts.first?.text.printableLines.first
        return "answers" + author + (text.map { ": " + $0.shortened(to: 60) } ?? "")
    }
}
