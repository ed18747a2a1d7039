import Foundation
import FrontendKit
import Glibc
import JSONText
import Testing

@testable import CommandLine

@Suite("What an earlier run left at the end of a file")
struct AppendedFileTests {
    private static func lines(_ numbers: ClosedRange<Int64>) -> [EventLine] {
        var desk = Paper().desk()
        desk.isJSON = true
        return numbers.map { number in
            EventLine(
                EventShape(["number": .integer(number), "time": 70, "kind": "roster", "event": ["n": .integer(number)]]
                ),
                desk)
        }
    }

    /// The file after a look at it, and how many of the events 5–8 it had.
    private func reconcile(_ text: String) throws -> (written: Int, text: String) {
        let path = NSTemporaryDirectory() + "appended-\(UUID().uuidString)"
        defer { unlink(path) }
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let file = open(path, O_WRONLY | O_APPEND)
        defer { close(file) }
        let tail = try #require(AppendedFile(file))
        let written = tail.reconcile(with: Self.lines(5...8)[...])
        return (written, try String(contentsOfFile: path, encoding: .utf8))
    }

    @Test("Whole lines of the events that come next were written; half a line is removed")
    func ours() throws {
        let text = Self.lines(1...8).map { $0.text + "\n" }
        let before = text[..<4].joined()
        #expect(try reconcile(before) == (0, before))
        #expect(try reconcile("") == (0, ""))
        for count in 1...4 {
            let whole = before + text[4..<(4 + count)].joined()
            #expect(try reconcile(whole) == (count, whole))
            guard count < 4 else { break }
            let next = text[4 + count]
            for length in [1, 5, 20, 40, next.count - 1] {
                #expect(try reconcile(whole + next.prefix(length)) == (count, whole))
            }
        }
    }

    @Test("What is not ours stays", arguments: ["something", "{\"number\":99,\"time\":70,", "x\ny"])
    func foreign(text: String) throws {
        #expect(try reconcile(text) == (0, text + "\n"))
        #expect(try reconcile(text + "\n") == (0, text + "\n"))
    }

    @Test("Only a file that is appended to is looked at")
    func others() throws {
        let path = NSTemporaryDirectory() + "written-\(UUID().uuidString)"
        defer { unlink(path) }
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        #expect(AppendedFile(file) == nil && AppendedFile.isFile(file))
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        #expect(AppendedFile(ends[1]) == nil && !AppendedFile.isFile(ends[1]))
        for end in ends { close(end) }
    }
}
