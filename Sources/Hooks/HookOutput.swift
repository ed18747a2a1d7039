import JSONText

/// What a program printed: answers.
struct HookOutput: Hashable, Sendable {
    struct Answer: Hashable, Sendable {
        var text: String
        /// A language tag; empty: not declared.
        var language = ""
    }

    private(set) var answers: [Answer] = []
    /// What was not understood, for the log.
    private(set) var problems: [String] = []

    /// JSON lines with an `action` each, or else the text of one answer.
    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first, Self.action(first) != nil else {
            add(Answer(text: text))
            return
        }
        for line in lines {
            guard let (name, json) = Self.action(line) else {
                problems.append("a line is no action")
                continue
            }
            if name != "reply" {
                problems.append("there is no such action")
            } else if let text = json["text"]?.string {
                add(Answer(text: text, language: json["language"]?.string ?? ""))
            } else {
                problems.append("a reply has no text")
            }
        }
    }

    private mutating func add(_ answer: Answer) {
        var answer = answer
        answer.text = Self.plain(answer.text)
        guard !answer.text.isEmpty else { return }
        guard answers.count < HookBounds.answers else { return problems.append("there are too many answers") }
        if !answer.language.utf8.allSatisfy({ Self.tag.contains($0) }) || answer.language.utf8.count > 35 {
            answer.language = ""
        }
        answers.append(answer)
    }

    private static let tag = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)

    private static func action(_ line: Substring) -> (String, JSON)? {
        guard line.utf8.first == UInt8(ascii: "{"), let json = try? JSONParser.parse(String(line)),
            let name = json["action"]?.string
        else { return nil }
        return (name, json)
    }

    /// Without what XML cannot carry, and without white space around it.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
            if !isControl, scalar.value != 0xFFFE, scalar.value != 0xFFFF { scalars.append(scalar) }
        }
        let trimmed = String(scalars).drop(while: \.isWhitespace)
        return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
    }
}
