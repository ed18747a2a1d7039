import Domain
import JSONText
import Testing

@testable import Hooks

/// What hooks decide without running anything.
struct HookValueTests {
    @Test(
        "What a program prints is an answer, or JSON lines with answers",
        arguments: [
            ("hello\n", ["hello"], 0), ("", [], 0), (" \n\t\n", [], 0), ("two\nlines\n\n", ["two\nlines"], 0),
            (#"{"action":"reply","text":"a"}"#, ["a"], 0),
            (
                "{\"action\":\"reply\",\"text\":\"a\"}\n\n{\"action\":\"reply\",\"text\":\"b\",\"language\":\"en\"}\n",
                ["a", "b"], 0
            ),
            ("{not json}", ["{not json}"], 0), (#"{"text":"no action"}"#, [#"{"text":"no action"}"#], 0),
            (#"{"action":"dance"}"#, [], 1), (#"{"action":"reply"}"#, [], 1),
            ("{\"action\":\"reply\",\"text\":\"a\"}\nand more", ["a"], 1),
            ("a\u{0}b\u{1B}[31m\u{FFFF}c", ["ab[31mc"], 0), ("{\"action\":\"reply\",\"text\":\" \"}", [], 0),
        ])
    func output(printed: String, answers: [String], problems: Int) {
        let output = HookOutput(Array(printed.utf8))
        #expect(output.answers.map(\.text) == answers)
        #expect(output.problems.count == problems)
    }

    @Test("Answers are few, in languages that are tags, and bytes that are no text are marked")
    func outputBounds() {
        let line = #"{"action":"reply","text":"x","language":"not a tag"}"# + "\n"
        let output = HookOutput(Array(String(repeating: line, count: 5).utf8))
        #expect(output.answers == Array(repeating: .init(text: "x"), count: HookBounds.answers))
        #expect(output.problems.count == 2)
        #expect(HookOutput([0x61, 0xFF, 0x62]).answers.map(\.text) == ["a\u{FFFD}b"])
        let tagged = HookOutput(Array(#"{"action":"reply","text":"x","language":"pt-BR"}"#.utf8))
        #expect(tagged.answers.map(\.language) == ["pt-BR"])
    }

    @Test("Answers in one conversation have a pause between them and an end, those in others do not mind")
    func answerBudget() {
        var budget = AnswerBudget()
        let (one, two) = (ConversationID(number: 1), ConversationID(number: 2))
        #expect(budget.refusal(in: one, at: .seconds(100)) == nil)
        #expect(budget.refusal(in: one, at: .milliseconds(101_999)) != nil)
        #expect(budget.refusal(in: two, at: .milliseconds(101_999)) == nil)
        #expect(budget.refusal(in: one, at: .seconds(102)) == nil)
        for number in 2..<AnswerBudget.count {
            #expect(budget.refusal(in: one, at: .seconds(100 + 2 * number)) == nil)
        }
        #expect(budget.refusal(in: one, at: .seconds(200)) != nil)
        #expect(budget.refusal(in: one, at: .seconds(699)) != nil)
        #expect(budget.refusal(in: one, at: .seconds(700)) == nil)
        #expect(budget.refusal(in: one, at: .milliseconds(702_000)) == nil)
    }

    @Test("The memory of answers is bounded, and what is old makes room")
    func answerMemory() {
        var budget = AnswerBudget()
        for number in 1...AnswerBudget.conversations {
            #expect(budget.refusal(in: ConversationID(number: Int64(number)), at: .seconds(1)) == nil)
        }
        let next = ConversationID(number: 5_000)
        #expect(budget.refusal(in: next, at: .seconds(2)) != nil)
        #expect(budget.refusal(in: next, at: .seconds(602)) == nil)
    }

    @Test("A program starts at once until it has done so often, then at its pace")
    func startBudget() {
        var budget = StartBudget()
        for _ in 0..<HookBounds.starts { #expect(budget.wait(at: .seconds(1)) == .zero) }
        #expect(budget.wait(at: .seconds(1)) == .milliseconds(500))
        #expect(budget.wait(at: .milliseconds(1_500)) == .milliseconds(500))
        #expect(budget.wait(at: .seconds(3600)) == .zero)
    }

    @Test("A message a person wrote just now may be answered")
    func received() async throws {
        let house = try await HookHouse()
        let event = try await house.message("hi") { $0.thread = "t1" }
        let message = try #require(ReceivedMessage(event, now: HookHouse.moment))
        #expect(message.peer == "romeo@example.net")
        #expect(message.thread == "t1")
        #expect(!message.isCall)
        let late = HookHouse.moment.advanced(byMicroseconds: HookBounds.newsAge)
        #expect(ReceivedMessage(event, now: late) == nil)
        #expect(ReceivedMessage(event, now: late.advanced(byMicroseconds: -1)) != nil)
    }

    @Test("Mentions and wanted attention are calls", arguments: [true, false])
    func calls(mention: Bool) async throws {
        let house = try await HookHouse()
        let event = try await house.message {
            $0.details =
                mention
                ? EntryDetails(mentions: [.init(target: "xmpp:juliet@example.com", isUser: true)])
                : EntryDetails(isAttention: true)
        }
        #expect(ReceivedMessage(event, now: HookHouse.moment)?.isCall == true)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let adjust: @Sendable (inout EntryContent) -> Void
    }

    static let unanswered: [Case] = [
        Case(testDescription: "own") { $0.direction = .outgoing },
        Case(testDescription: "groupchat") { $0.kind = .groupchat },
        Case(testDescription: "headline") { $0.kind = .headline },
        Case(testDescription: "error") { $0.kind = .error },
        Case(testDescription: "late") { $0.sentAt = $0.sentAt.advanced(byMicroseconds: -1) },
        Case(testDescription: "no text") { $0.texts = LanguageMap() },
        Case(testDescription: "other author") { $0.author = "nurse@example.com" },
        Case(testDescription: "longer address") { $0.author = "romeo@example.network/x" },
    ]

    @Test("Nothing else is", arguments: unanswered)
    func notReceived(example: Case) async throws {
        let house = try await HookHouse()
        let event = try await house.message("x", example.adjust)
        #expect(ReceivedMessage(event, now: HookHouse.moment) == nil)
    }

    @Test("The input is the line of saluton events, the environment has no secrets")
    func input() async throws {
        let house = try await HookHouse()
        let event = try await house.message("hé\nllo")
        let line = HookInput.line(event)
        #expect(line.hasSuffix("}\n") && line.split(separator: "\n").count == 1)
        let json = try JSONParser.parse(line)
        #expect(json["kind"] == "message")
        #expect(json["number"]?.integer == event.number)
        #expect(json["event"]?["texts"]?[""] == "hé\nllo")
        let hook = Hook(point: "received", name: "echo", path: "/x")
        let own = OwnSide(jid: "juliet@example.com", show: "dnd", isWatched: true)
        let variables = HookInput.environment(
            hook, event, ReceivedMessage(event, now: HookHouse.moment), own: own,
            inherited: ["HOME": "/h", "SECRET": "s", "XDG_RUNTIME_DIR": "/r", "LC_TIME": "C", "LD_PRELOAD": "x"])
        #expect(
            variables == [
                "HOME=/h", "LC_TIME=C", "PATH=/usr/local/bin:/usr/bin:/bin", "SALUTON_ACCOUNT=juliet@example.com",
                "SALUTON_CALL=no", "SALUTON_CONVERSATION=c1", "SALUTON_ENTRY=e1", "SALUTON_EVENT=message",
                "SALUTON_HOOK=received/echo", "SALUTON_NUMBER=\(event.number)", "SALUTON_PEER=romeo@example.net",
                "SALUTON_SHOW=dnd", "SALUTON_WATCHED=yes", "XDG_RUNTIME_DIR=/r",
            ])
    }
}
