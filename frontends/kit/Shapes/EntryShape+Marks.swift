internal import JSONText

/// What was done to an entry after it was written, and what it carries besides its texts.
extension EntryShape {
    /// When it was last corrected: µs since 1970, UTC.
    public var corrected: Int64? { json["corrected"]?.integer }
    /// How many earlier texts are kept; more than none only where it was corrected.
    public var versionCount: Int64 { json["versions"]?.integer ?? Int64(json["versions"]?.array?.count ?? 0) }
    /// Whether its author, or a moderator, took it back.
    public var isRetracted: Bool { json["retracted"] != nil }
    /// Who took it back, where that is told.
    public var retractedBy: RemoteText? { json.remote("retracted-by") ?? json["retracted"]?.remote("by") }
    public var retractionReason: RemoteText? {
        json.remote("retraction-reason") ?? json["retracted"]?.remote("reason")
    }
    /// The reactions there are, in the daemon's order.
    public var reactions: [ReactionShape] {
        (json["reactions"]?.members ?? []).map { member in
            ReactionShape(
                reaction: RemoteText(member.name),
                authors: (member.value.array ?? []).compactMap { $0.string.map(RemoteText.init) })
        }
    }
    /// Whether it answers another.
    public var isReply: Bool { json["reply-to"] != nil || json["reply-to-entry"] != nil }
    /// The entry it answers, where that is here.
    public var repliedEntry: String? { json["reply-to-entry"]?.string }
    public var repliedAuthor: RemoteText? { json.remote("reply-to-author") }
    /// How many code points at the head of the first text repeat what it answers.
    var quotedLength: Int { isReply ? json["quoted"]?.integer.flatMap(Int.init(exactly:)).map { max($0, 0) } ?? 0 : 0 }
    /// The texts without what they repeat of what it answers; all of it where nothing else is said.
    public var ownTexts: [LanguageText] {
        let length = quotedLength
        guard length > 0 else { return texts }
        return (json["texts"]?.members ?? []).enumerated().compactMap { place, member in
            guard let text = member.value.string else { return nil }
            let own = place == 0 ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(length))) : text
            return LanguageText(language: RemoteText(member.name), text: RemoteText(own.isEmpty ? text : own))
        }
    }
    /// `matches`, in the first of `ownTexts`.
    public var ownMatches: [Range<Int>] {
        let length = quotedLength
        return length == 0
            ? matches
            : matches.compactMap { $0.lowerBound >= length ? $0.lowerBound - length..<$0.upperBound - length : nil }
    }
    /// The hint that its text hides behind; empty where there is none, nil where nothing is hidden.
    public var spoiler: RemoteText? { json["spoiler"]?.string.map(RemoteText.init) }
    public var links: [LinkShape] { (json["links"]?.array ?? []).map(LinkShape.init) }
    /// What its author does, to be shown behind their name (XEP-0245); nil where the first text tells no such thing.
    public var action: RemoteText? {
        guard json["action"]?.bool == true, let text = json["texts"]?.members?.first?.value.string else { return nil }
        return text.hasPrefix("/me ") ? RemoteText(String(text.dropFirst(4))) : nil
    }
    /// What it is encrypted with where that keeps it from being read; nil where it can be read.
    public var seal: RemoteText? { kind == "undecryptable" ? json.remote("encryption") : nil }
    /// Whether it calls the user by name.
    public var mentionsUser: Bool { json["mentioned"]?.bool ?? false }
    /// Whether it asks for attention at once.
    public var wantsAttention: Bool { json["attention"]?.bool ?? false }
    /// Seconds until it goes.
    public var timer: UInt64? { json["timer"]?.integer.flatMap { UInt64(exactly: $0) } }
    /// Where the words of a search stand in the first text: begin and end in Unicode scalars.
    public var matches: [Range<Int>] {
        (json["matches"]?.array ?? []).compactMap { match in
            guard let pair = match.array, pair.count == 2, let begin = pair[0].integer.flatMap(Int.init(exactly:)),
                let length = pair[1].integer.flatMap(Int.init(exactly:)), begin >= 0, length > 0
            else { return nil }
            let (end, isTooFar) = begin.addingReportingOverflow(length)
            return isTooFar ? nil : begin..<end
        }
    }
}

/// One reaction to an entry, and who gave it.
public struct ReactionShape: Hashable, Sendable {
    public var reaction: RemoteText
    public var authors: [RemoteText]
}
