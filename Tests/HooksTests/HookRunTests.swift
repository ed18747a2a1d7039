import Domain
import Foundation
import JSONText
import Store
import Synchronization
import TestSupport
import Testing

@testable import Hooks

/// Programs that run, behave and misbehave.
struct HookRunTests {
    @Test("A message runs the program, and what it prints is the answer")
    func answered() async throws {
        let house = try await HookHouse()
        try await house.home.hook(
            "received/echo",
            "read -r line; echo \"$SALUTON_PEER wrote\"; echo \"$line\" > $HOME/got; echo $1 > $HOME/argument")
        try await house.running {
            try await house.receive("hello") { $0.thread = "t9" }
            let answer = await house.host.sent(1)[0]
            #expect(answer.text == "romeo@example.net wrote")
            #expect(answer.peer == "romeo@example.net")
            #expect(answer.thread == "t9")
            #expect(house.home.text("argument") == "received\n")
            let got = try JSONParser.parse(house.home.text("got") ?? "")
            #expect(got["event"]?["texts"]?[""] == "hello")
        }
    }

    @Test("A program put there while the daemon runs has the next event")
    func late() async throws {
        let house = try await HookHouse()
        try await house.running {
            try await house.home.hook("received/echo", "echo first")
            try await house.receive("the first")
            #expect(await house.host.sent(1)[0].token.hasPrefix("hook.received.echo-"))
        }
    }

    @Test("What comes between the preparation and the start is for new programs as well")
    func beforeTheStart() async throws {
        let house = try await HookHouse()
        try await house.home.hook("received/echo", "echo answer")
        try await house.receive("one")
        try await house.running { _ = await house.host.sent(1) }
    }

    @Test("Programs on other events get them; what they print is not an answer")
    func otherEvents() async throws {
        let house = try await HookHouse()
        try await house.home.hook("conversation/new", "cat >> $HOME/conversations")
        try await house.home.hook("message/log", "echo not an answer")
        try await house.home.hook("all/log", "echo $SALUTON_EVENT >> $HOME/all")
        try await house.running {
            try await house.receive("hello")
            await house.notes.line("only programs in received/ answer")
            try await house.home.hook("received/last", "echo done")
            try await house.receive("bye")
            _ = await house.host.sent(1)
        }
        #expect(house.host.answers.count == 1)
        #expect(house.home.text("conversations")?.contains("romeo@example.net") == true)
    }

    @Test(
        "A program that fails, dies, floods or complains is told of in the log, and does not answer",
        arguments: [
            ("echo x; exit 3", "ended with status 3"), ("echo x; kill -9 $$", "signal 9 ended it"),
            ("yes", "printed too much"), ("yes >&2", "printed too much"),
            ("echo trouble >&2; echo x; false", "it says: trouble"),
            ("printf '\\033[31mred\\n' >&2; exit 1", "it says:  [31mred"),
        ])
    func misbehaviour(script: String, words: String) async throws {
        let house = try await HookHouse()
        try await house.home.hook("received/bad", script)
        try await house.running {
            try await house.receive("hello")
            let line = await house.notes.line(words)
            #expect(line.contains("hook=received/bad"))
            // And it meets the next one.
            try await house.receive("again")
            await house.notes.line(words, count: 2)
        }
        #expect(house.host.answers.isEmpty)
    }

    @Test("A program without its interpreter is told of")
    func notStarted() async throws {
        let house = try await HookHouse()
        let file = try await house.home.hook("received/bad", "")
        try "#!/no/such/interpreter\n".write(toFile: file, atomically: false, encoding: .utf8)
        try await house.running {
            try await house.receive("hello")
            await house.notes.line("could not be started")
        }
    }

    @Test("One that hangs holds up itself alone, and ends with the daemon")
    func hanging() async throws {
        let house = try await HookHouse()
        let begun = try house.home.pipe("begun")
        try await house.home.hook("received/a-hangs", "echo $$ > $HOME/begun; sleep 1000 & wait")
        try await house.home.hook("received/b-answers", "echo answer")
        let process = Mutex<Int32>(0)
        try await house.running {
            try await house.receive("hello")
            let line = await begun()
            process.withLock { $0 = Int32(line) ?? 0 }
            _ = await house.host.sent(1)
        }
        #expect(process.withLock { $0 } > 1)
        #expect(process.withLock { kill($0, 0) } != 0)
    }

    @Test("Children that keep the output open hold up nothing")
    func children() async throws {
        let house = try await HookHouse()
        try await house.home.hook("received/forks", "sleep 1000 & echo answer")
        try await house.running {
            try await house.receive("hello")
            #expect(await house.host.sent(1)[0].text == "answer")
        }
    }

    @Test("Answers that follow each other at once are dropped, and may come again later")
    func pause() async throws {
        let house = try await HookHouse()
        try await house.home.hook("received/echo", "echo answer")
        try await house.running {
            try await house.receive("one")
            _ = await house.host.sent(1)
            try await house.receive("two")
            await house.notes.line("its answer was dropped")
            house.clock.advance(by: AnswerBudget.pause)
            try await house.receive("three")
            _ = await house.host.sent(2)
        }
    }

    @Test("Why an answer was not sent is told")
    func refused() async throws {
        let house = try await HookHouse()
        house.host.refuse("who wrote may not see whether you are there")
        try await house.home.hook("received/echo", "echo answer")
        try await house.running {
            try await house.receive("one")
            await house.notes.line("its answer was not sent: who wrote may not see")
        }
    }

    @Test("What was not dealt with when the daemon ended is met at the next start, under the same name")
    func restart() async throws {
        let first = try await HookHouse()
        let begun = try first.home.pipe("begun")
        try await first.home.hook(
            "received/echo", "[ -e $HOME/go ] || { echo > $HOME/begun; sleep 1000; }; echo answer")
        try await first.running {
            try await first.receive("one")
            _ = await begun()
        }
        #expect(first.host.answers.isEmpty)
        try "".write(toFile: first.home.path + "/go", atomically: true, encoding: .utf8)
        let second = try await HookHouse(home: first.home, store: first.store)
        try await second.running { _ = await second.host.sent(1) }
        let token = second.host.answers[0].token
        let third = try await HookHouse(home: first.home, store: first.store)
        try await third.running {
            // In another conversation: two answers in one would follow each other too soon.
            try await third.receive("two", from: "paris@example.net")
            // The end may have come before the place was kept: then the same answer comes first, by its name.
            let isAgain = await third.host.sent(1)[0].token == token
            let answers = await third.host.sent(isAgain ? 2 : 1)
            #expect(answers.filter { $0.token == token }.count == (isAgain ? 1 : 0))
            #expect(answers.last?.token != token)
        }
    }

    @Test("A program that is taken away forgets its place")
    func gone() async throws {
        let house = try await HookHouse()
        let file = try await house.home.hook("received/echo", "echo answer")
        try await house.running {
            try await house.receive("one")
            _ = await house.host.sent(1)
            try FileManager.default.removeItem(atPath: file)
            try await house.receive("two")
            await house.notes.line("a hook is gone")
            #expect(try await house.store.consumer("hook.received.echo") == nil)
        }
        try await house.store.commit(Batch([.setConsumer("hook.received.old", acknowledged: 0)]))
        try await house.store.commit(Batch([.setConsumer("mine", acknowledged: 0)]))
        _ = try await HookHouse(home: house.home, store: house.store)
        #expect(try await house.store.consumer("hook.received.old") == nil)
        #expect(try await house.store.consumer("mine") != nil)
    }

    @Test("A file that is refused is named once")
    func refusedFile() async throws {
        let house = try await HookHouse()
        try await house.home.hook("received/open", "true", mode: 0o777)
        try await house.home.hook("received/echo", "echo answer")
        try await house.running {
            try await house.receive("one")
            _ = await house.host.sent(1)
        }
        #expect(house.notes.lines.count { $0.contains("others can write to it") } == 1)
    }

    @Test("A program that stayed away longer than the log is told so and goes on")
    func trimmed() async throws {
        let house = try await HookHouse()
        try await house.home.hook("message-state/slow", "true")
        try await house.store.commit(Batch([.setConsumer("hook.message-state.slow", acknowledged: 0)]))
        for number in 1...5 { try await house.receive("\(number)") }
        try await house.store.trimEvents(keeping: 1)
        try await house.running {
            await house.notes.line("it was too slow: it has missed events")
        }
    }
}
