import Domain
import Testing

@testable import Backend

/// How far back a conversation is known.
struct KnownPastTests {
    private static func place(_ id: String, _ time: Int64) -> ArchivePlace {
        ArchivePlace(id: id, time: Timestamp(microseconds: time))
    }

    private static func known(_ spans: (from: Int64, to: Int64)..., whole: Bool = false) -> ArchiveKnowledge {
        ArchiveKnowledge(
            spans: spans.enumerated().map { index, span in
                ArchiveSpan(
                    oldest: place("o\(span.from)", span.from), newest: place("n\(span.to)", span.to),
                    reachesBeginning: whole && index == 0)
            })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let whole: ArchiveKnowledge
        let part: ArchiveKnowledge
        let since: String?
        let isTheirs: Bool
        let reachesBeginning: Bool
        var testDescription: String { what }
    }

    static let cases = [
        Case(
            what: "nothing was fetched", whole: known(), part: known(), since: nil, isTheirs: false,
            reachesBeginning: false),
        Case(
            what: "the newest page", whole: known((50, 90)), part: known(), since: "o50", isTheirs: false,
            reachesBeginning: false),
        Case(
            what: "everything", whole: known((1, 90), whole: true), part: known(), since: "o1", isTheirs: false,
            reachesBeginning: true),
        Case(
            what: "the newest page, and theirs before it", whole: known((50, 90)), part: known((20, 50)), since: "o20",
            isTheirs: true, reachesBeginning: false),
        Case(
            what: "all of theirs", whole: known((50, 90)), part: known((20, 50), whole: true), since: "o20",
            isTheirs: true, reachesBeginning: true),
        Case(
            what: "theirs behind a gap", whole: known((20, 40), (60, 90)), part: known((10, 20), whole: true),
            since: "o60", isTheirs: false, reachesBeginning: false),
        Case(
            what: "theirs from one span to the other", whole: known((20, 40), (60, 90)), part: known((30, 60)),
            since: "o20", isTheirs: false, reachesBeginning: false),
    ]

    @Test("What is known of the whole archive and of their part carries one another back", arguments: cases)
    func reach(one: Case) {
        let past = KnownPast(whole: one.whole, part: one.part)
        #expect(past.since?.id == one.since)
        #expect(past.isTheirs == one.isTheirs && past.reachesBeginning == one.reachesBeginning)
    }

    @Test(
        "A page is missing something when it is not full, or begins before the gap; nothing is older than the beginning"
    )
    func missing() {
        let moment = { (time: Int64) in Timestamp(microseconds: time) }
        let past = KnownPast(whole: Self.known((50, 90)), part: Self.known())
        #expect(past.isMissing(on: nil, isFull: false))
        #expect(past.isMissing(on: moment(60), isFull: false))
        #expect(past.isMissing(on: moment(40), isFull: true))
        #expect(!past.isMissing(on: moment(50), isFull: true))
        let all = KnownPast(whole: Self.known((50, 90), whole: true), part: Self.known())
        #expect(!all.isMissing(on: nil, isFull: false) && !all.isMissing(on: moment(40), isFull: true))
        #expect(!KnownPast(whole: Self.known(), part: Self.known()).isMissing(on: nil, isFull: false))
    }

    @Test("A page before the gap moves it back, an empty one says that there is none; again and again")
    func extending() {
        let whole = Self.known((50, 90))
        let first = KnownPast(whole: whole, part: Self.known())
        let page = ArchivePart(oldest: Self.place("p", 30), newest: Self.place("q", 45), isComplete: false)
        let second = KnownPast(whole: whole, part: first.extended(by: page))
        #expect(second.since?.id == "p" && second.isTheirs && !second.reachesBeginning)
        let end = ArchivePart(oldest: nil, newest: nil, isComplete: true)
        let third = KnownPast(whole: whole, part: second.extended(by: end))
        #expect(third.since?.id == "p" && third.reachesBeginning)
        // With nothing before the gap at all.
        let none = KnownPast(whole: whole, part: first.extended(by: end))
        #expect(none.since?.id == "o50" && none.reachesBeginning)
    }
}
