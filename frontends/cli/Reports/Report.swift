import FrontendKit
import JSONText

/// What a command found out, for people and for programs.
protocol Report: Sendable {
    /// One value on one line; its shape is documented in docs/cli.md.
    var json: JSON { get }

    /// Lines safe for a terminal; none when there is nothing to say.
    func lines(_ time: LocalTime) -> [String]
}

/// Something was done: a sentence, and what it was done to.
struct Done: Report {
    var sentence: String
    var json: JSON

    /// - Parameter sentence: safe for a terminal.
    init(_ sentence: String, _ json: JSON) {
        self.sentence = sentence
        self.json = json
    }

    func lines(_ time: LocalTime) -> [String] { [sentence] }
}
