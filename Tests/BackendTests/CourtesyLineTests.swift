import Domain
import Testing
import XMLStreams
import XMPPExtensions

@testable import Backend

/// What waits to be told, in one session and the next.
struct CourtesyLineTests {
    private final class Session {}

    private func courtesy(_ number: Int64) -> Courtesy {
        Courtesy(stanza: ChatState.active.element, marked: ConversationID(number: number))
    }

    private func numbers(_ courtesies: [Courtesy]) -> [Int64?] { courtesies.map { $0.marked?.number } }

    @Test("One begins to send, takes what waits, and ends when nothing does")
    func one() {
        let session = Session()
        let id = ObjectIdentifier(session)
        var line = CourtesyLine()
        let begins = [line.add(courtesy(1), of: id), line.add(courtesy(2), of: id)].map(\.begins)
        #expect(begins == [true, false])
        let first = line.take(of: id)
        let third = line.add(courtesy(3), of: id)
        let (second, last) = (line.take(of: id), line.take(of: id))
        #expect(numbers(first) == [1, 2] && numbers(second) == [3] && last.isEmpty && !third.begins)
        let again = line.add(courtesy(4), of: id)
        #expect(again.begins)
    }

    @Test("Whoever sent for an earlier session leaves the line of the next one alone")
    func next() {
        let sessions = [Session(), Session()]
        let (old, new) = (ObjectIdentifier(sessions[0]), ObjectIdentifier(sessions[1]))
        var line = CourtesyLine()
        _ = line.add(courtesy(1), of: old)
        _ = line.take(of: old)
        _ = line.add(courtesy(2), of: old)
        let addition = line.add(courtesy(3), of: new)
        #expect(addition.begins && numbers(addition.missed) == [2])
        let left = line.end(of: old) + line.take(of: old)
        #expect(left.isEmpty)
        let taken = line.take(of: new)
        #expect(numbers(taken) == [3])
        _ = line.add(courtesy(4), of: new)
        let end = line.end(of: new)
        #expect(numbers(end) == [4])
        let again = line.add(courtesy(5), of: new)
        #expect(again.begins && again.missed.isEmpty)
        _ = sessions
    }

    @Test("What is too much is not sent")
    func full() {
        let session = Session()
        let id = ObjectIdentifier(session)
        var line = CourtesyLine()
        let full = (1...CourtesyLine.limit).filter { line.add(courtesy(Int64($0)), of: id).isFull }
        #expect(full.isEmpty)
        let addition = line.add(courtesy(9), of: id)
        #expect(addition.isFull && numbers(addition.missed) == [9] && !addition.begins)
        let taken = line.take(of: id)
        #expect(taken.count == CourtesyLine.limit)
    }
}
