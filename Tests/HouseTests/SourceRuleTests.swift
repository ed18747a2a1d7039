import Foundation
import Testing

/// Rules of the house that a machine can read off the sources.
struct SourceRuleTests {
    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where a rule may be broken, and why.
    private static let allowed: [String: Set<String>] = [
        // Values that cross a C callback, or are guarded by a lock or a thread that the compiler cannot see.
        "@unchecked Sendable": ["Message.swift", "StoreThreads.swift"],
        // A C constant that SQLite spells as a pointer.
        "unsafeBitCast": ["SQLStatement.swift"],
        // Without O_CLOEXEC from the start: it is inherited on purpose.
        " pipe(&": ["Background.swift"],
        "Task.detached": [],
    ]

    /// Where tasks are started that belong to no other, and what ends them.
    private static let loose: Set<String> = [
        // Calls of others and answers to them, made beside the stream; bounded, see there.
        "BusConnection+Serving.swift", "SocketDoor+Calls.swift", "Session+Committing.swift",
        // Tell an actor what a callback heard, and end with that.
        "Session+Running.swift", "Session+Requests.swift", "Subscribers.swift",
        // Timers, time limits and the life line of an account: kept, cancelled or awaited by their owner.
        "Session+Timing.swift", "AccountService+Connection.swift", "AccountService+Outbox.swift",
        "AccountService+ChatStates.swift", "SocketClient.swift", "RetentionSweeper.swift",
        // Writes what is in a bounded line, and ends with it or with the session.
        "AccountService+Courtesies.swift",
        // One at a time tells the event log what is true, and ends with that.
        "AccountService+Status.swift",
        // The one loop of an account that tells the server; ends by itself, and without a stream.
        "AccountService+Sharing.swift",
        // Ends by itself after the time that was asked for.
        "AccountService+Trace.swift",
        // A question shared by all who ask it; ends with its time limit.
        "CapabilityFinder.swift", "AccountService+History.swift",
        // One call that its reader awaits at once, but does not take along when it is cancelled.
        "ConsumerFeed.swift",
        // One call, awaited before the next one and at the end; without it the program ends.
        "ImportRun.swift",
        // Listen for as long as the process lives.
        "Listeners.swift", "WakeWatch.swift",
        // Waits for the next notification; cancelled with the one who shows them.
        "NotificationDesk.swift",
        // Runs hooks and notifications; cancelled and awaited when the daemon ends.
        "Service.swift",
    ]

    private func sources() throws -> [(file: String, text: String)] {
        var found: [(String, String)] = []
        for folder in ["Sources", "frontends"] {
            let top = Self.top.appending(path: folder)
            guard let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil) else { continue }
            for case let file as URL in files where file.pathExtension == "swift" && !file.path.contains("/Generated/")
            {
                found.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
            }
        }
        return found
    }

    @Test("Nothing traps on purpose where remote data may come", arguments: ["try!", "as!", "fatalError("])
    func traps(word: String) throws {
        let files = try sources()
        #expect(files.count > 100)
        for (file, text) in files {
            #expect(!text.contains(word), "\(file) uses \(word)")
        }
    }

    @Test("What the compiler cannot check stands only where a reason is given", arguments: allowed.keys.sorted())
    func unchecked(word: String) throws {
        let places = Set(try sources().filter { $0.text.contains(word) }.map(\.file))
        #expect(places == Self.allowed[word])
    }

    @Test("Tasks that belong to no other are few, and somebody answers for the end of each")
    func looseTasks() throws {
        let task = /\bTask(?:<[^>\n]*>)? ?[{(]/
        let found = Set(try sources().filter { $0.text.contains(task) }.map(\.file))
        #expect(found.subtracting(Self.loose) == [], "say here what ends them, and what bounds their number")
        #expect(Self.loose.subtracting(found) == [])
    }

    @Test(
        "Nothing in the daemon sleeps past its own executor",
        arguments: ["Task.sleep(for", "Task.sleep(until", "Clock().sleep("])
    func sleeping(word: String) throws {
        for (file, text) in try sources() where text.contains(word) && file != "Deadline.swift" {
            Issue.record(
                "\(file) uses \(word); that wakes libdispatch up once a second for good: docs/decisions/0004-executor.md"
            )
        }
    }

    @Test("The daemon never imports all of Foundation")
    func foundation() throws {
        for (file, text) in try sources() where text.contains(/(?m)^(?:\w+ )?import Foundation$/) {
            Issue.record("\(file) imports Foundation; take FoundationEssentials, or nothing")
        }
    }

    @Test("No namespace literal occurs twice")
    func namespaces() throws {
        var places: [String: [String]] = [:]
        for (file, text) in try sources() {
            for match in text.matches(of: /Namespace = "([^"]+)"|Namespace\("([^"]+)"\)/) {
                let literal = String(match.output.1 ?? match.output.2 ?? "")
                places[literal, default: []].append(file)
            }
        }
        for (literal, files) in places where files.count > 1 {
            Issue.record("\(literal) is declared in \(files.sorted().joined(separator: ", "))")
        }
    }
}
