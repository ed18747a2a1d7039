import Testing

@testable import CommandLine

@Suite("Asking people")
struct AskingTests {
    @Test("A password comes from the first line of standard input")
    func standardInput() throws {
        let desk = Paper(input: "secret word\nnext line\n").desk()
        #expect(try desk.password(for: "a@b", fromStandardInput: true) == "secret word")
    }

    @Test("At a terminal it is typed unseen; the question is safe to show")
    func terminal() throws {
        let paper = Paper()
        let desk = paper.desk(isTerminal: true, secret: "typed")
        #expect(try desk.password(for: "a@b\u{1B}", fromStandardInput: false) == "typed")
        #expect(paper.asked == ["Password for a@b␛: "])
    }

    @Test(
        "Without terminal and option, with an empty line, and when the person leaves, there is an error that says what to do"
    )
    func refusals() {
        #expect(throws: Failure.self) { try Paper().desk().password(for: "a@b", fromStandardInput: false) }
        #expect(throws: Failure.self) { try Paper(input: "\n").desk().password(for: "a@b", fromStandardInput: true) }
        #expect(throws: Failure.self) { try Paper().desk().password(for: "a@b", fromStandardInput: true) }
        let left = Paper().desk(isTerminal: true, secret: nil)
        #expect(throws: Failure.self) { try left.password(for: "a@b", fromStandardInput: false) }
    }

    @Test(
        "What cannot be undone is done with --yes, or once the word is typed",
        arguments: [
            ("yes\n", true, false, CommandStatus.done), ("", false, true, .done), ("y\n", true, false, .aborted),
            ("", true, false, .aborted), ("yes\n", false, false, .usage),
        ])
    func confirmation(input: String, isTerminal: Bool, isConfirmed: Bool, status: CommandStatus) {
        var outcome = CommandStatus.done
        do throws(Failure) {
            try Paper(input: input).desk(isTerminal: isTerminal).confirm("Delete it?", isConfirmed: isConfirmed)
        } catch {
            outcome = error.status
        }
        #expect(outcome == status)
    }

    @Test("A text from standard input loses its last line feed only, and is bounded")
    func texts() throws {
        #expect(try Paper(input: "a\n\n").desk().textFromInput() == "a\n")
        #expect(try Paper(input: "a").desk().textFromInput() == "a")
        #expect(try Paper(input: "abcd").desk().textFromInput(limit: 4) == "abcd")
        #expect(throws: Failure.self) { try Paper(input: "abcde").desk().textFromInput(limit: 4) }
    }

    @Test(
        "Keys typed unseen make a line as in any editor",
        arguments: [
            ("abc\n", SecretLine.Outcome.done, "abc"), ("abx\u{7F}c\r", .done, "abc"), ("é\u{7F}a\n", .done, "a"),
            ("no\u{15}yes\n", .done, "yes"), ("a\u{3}", .interrupted, "a"), ("\u{4}", .end, ""), ("a\u{4}", .done, "a"),
            ("\u{7F}\u{7F}a", .more, "a"),
        ])
    func keys(typed: String, outcome: SecretLine.Outcome, text: String) {
        var line = SecretLine()
        var last = SecretLine.Outcome.more
        for byte in typed.utf8 { last = line.take(byte) }
        #expect(last == outcome)
        #expect(line.text == text)
    }

    @Test("A line typed unseen is bounded")
    func bound() {
        var line = SecretLine()
        for _ in 0..<5_000 { _ = line.take(UInt8(ascii: "x")) }
        #expect(line.text?.count == 1024)
    }
}
