import Domain
import Testing
import XMPPExtensions

@testable import Backend

/// What an archive is asked for, without a server.
///
/// Places are letters in the order of the archive: `span("a", "f")` is known from a to f.
struct CatchUpTests {
    private static let now = Timestamp(microseconds: 1_000_000)

    private static func place(_ id: String) -> ArchivePlace {
        ArchivePlace(id: id, time: Timestamp(microseconds: Int64(id.utf8.first ?? 0)))
    }

    private static func span(
        _ oldest: String, _ newest: String, whole: Bool = false, live: Bool = false
    ) -> ArchiveSpan {
        ArchiveSpan(oldest: place(oldest), newest: place(newest), reachesBeginning: whole, isLive: live)
    }

    private static func part(_ oldest: String?, _ newest: String?, complete: Bool = false) -> ArchivePart {
        ArchivePart(oldest: oldest.map(place), newest: newest.map(place), isComplete: complete)
    }

    private func run(_ spans: ArchiveSpan..., isFollowed: Bool = true) -> CatchUp {
        CatchUp(ArchiveKnowledge(spans: spans, support: .supported), isFollowed: isFollowed)
    }

    /// Gives it a page; whether the server gets on.
    @discardableResult
    private func give(_ run: inout CatchUp, _ part: ArchivePart, known: Bool = false) -> Bool {
        guard run.take(part, now: Self.now) else { return false }
        run.stored(oldest: part.oldest?.time, hasKnown: known)
        return true
    }

    @Test("The first time only the newest page is fetched, and what is older is known to be missing")
    func first() {
        var run = run()
        #expect(run.isFirst && run.step == .ask(.before(nil)))
        give(&run, Self.part("p", "t"))
        #expect(run.step == .done)
        #expect(run.knowledge.spans == [Self.span("p", "t", live: true)])
        #expect(!run.knowledge.isComplete && run.knowledge.support == .supported)
    }

    @Test("An archive that fits on the page is known to its beginning, an empty one as well")
    func small() {
        var whole = run()
        give(&whole, Self.part("a", "c", complete: true))
        #expect(whole.knowledge.spans == [Self.span("a", "c", whole: true, live: true)])
        var empty = run()
        give(&empty, Self.part(nil, nil, complete: true))
        let none = ArchivePlace(id: "", time: Self.now)
        #expect(
            empty.knowledge.spans == [ArchiveSpan(oldest: none, newest: none, reachesBeginning: true, isLive: true)])
        // What comes into it later follows nothing.
        var later = CatchUp(empty.knowledge, isFollowed: true)
        #expect(!later.isFirst && later.step == .ask(.after(nil)))
        give(&later, Self.part("a", "b", complete: true))
        #expect(later.knowledge.spans.last?.newest == Self.place("b") && later.knowledge.isComplete)
    }

    @Test("What is new follows the newest that is known, page after page, each known as soon as it is here")
    func forward() {
        var run = run(Self.span("a", "f"))
        #expect(!run.isFirst && run.step == .ask(.after("f")))
        give(&run, Self.part("g", "k"))
        #expect(run.knowledge.spans == [Self.span("a", "k")])
        #expect(run.step == .ask(.after("k")))
        // After a crash it goes on there.
        #expect(CatchUp(run.knowledge, isFollowed: true).step == run.step)
        give(&run, Self.part("l", "m", complete: true))
        #expect(run.step == .done && run.knowledge.spans == [Self.span("a", "m", live: true)])
    }

    @Test("Nothing new is known by one empty page")
    func nothingNew() {
        var run = run(Self.span("a", "f", whole: true))
        give(&run, Self.part(nil, nil, complete: true))
        #expect(run.step == .done && run.knowledge.spans == [Self.span("a", "f", whole: true, live: true)])
    }

    @Test("What does not come by itself is not taken to be known")
    func notFollowed() {
        var run = run(Self.span("a", "f"), isFollowed: false)
        give(&run, Self.part(nil, nil, complete: true))
        #expect(run.knowledge.spans == [Self.span("a", "f")])
    }

    @Test("Is the newest gone, what follows the oldest is asked for")
    func newestGone() {
        var run = run(Self.span("a", "f", whole: true))
        run.notFound()
        #expect(run.step == .ask(.after("a")))
        give(&run, Self.part("b", "e"))
        #expect(run.knowledge.spans == [Self.span("a", "e", whole: true)])
        give(&run, Self.part("g", "h", complete: true))
        #expect(run.step == .done && run.knowledge.spans == [Self.span("a", "h", whole: true, live: true)])
        var nothing = self.run(Self.span("a", "f"))
        nothing.notFound()
        give(&nothing, Self.part(nil, nil, complete: true))
        #expect(nothing.knowledge.spans == [Self.span("a", "a", live: true)])
    }

    @Test("Is everything known gone, the archive is fetched from the newest back until its end")
    func everythingGone() {
        var run = run(Self.span("a", "c"), Self.span("e", "f"))
        run.notFound()
        run.notFound()
        #expect(run.step == .ask(.before(nil)) && !run.isFirst)
        give(&run, Self.part("t", "w"))
        #expect(run.knowledge.spans == [Self.span("a", "c"), Self.span("e", "f"), Self.span("t", "w", live: true)])
        #expect(run.step == .ask(.before("t")))
        give(&run, Self.part("p", "s"))
        #expect(run.step == .ask(.before("p")))
        give(&run, Self.part("n", "o", complete: true))
        #expect(run.step == .done && run.knowledge.spans == [Self.span("n", "w", whole: true, live: true)])
    }

    @Test("…or until something is known, which closes the gap")
    func knownAgain() {
        var run = run(Self.span("a", "f", whole: true))
        run.notFound()
        run.notFound()
        // Copies of what has just come by itself close nothing.
        give(&run, Self.part("t", "w"), known: true)
        #expect(run.step == .ask(.before("t")))
        give(&run, Self.part("p", "s"))
        give(&run, Self.part("c", "e"), known: true)
        #expect(run.step == .done && run.knowledge.spans == [Self.span("a", "w", whole: true, live: true)])
    }

    @Test("A page on which nothing is known closes no gap, nor does one that is known and lies within it")
    func within() {
        var run = run(Self.span("a", "f", whole: true))
        run.notFound()
        run.notFound()
        give(&run, Self.part("t", "w"))
        give(&run, Self.part("p", "s"))
        #expect(run.step == .ask(.before("p")))
        give(&run, Self.part("m", "o"), known: true)
        #expect(run.step == .ask(.before("m")))
        #expect(run.knowledge.spans == [Self.span("a", "f", whole: true), Self.span("m", "w", live: true)])
    }

    @Test("After a crash on the way back the newest is fetched first, then the gap")
    func crashOnTheWayBack() {
        var run = run(Self.span("a", "f"), Self.span("p", "w"))
        #expect(run.step == .ask(.after("w")))
        give(&run, Self.part("x", "x", complete: true))
        #expect(run.step == .ask(.before("p")))
        give(&run, Self.part("g", "o"))
        #expect(run.knowledge.spans == [Self.span("a", "f"), Self.span("g", "x", live: true)])
        run.notFound()
        #expect(run.step == .done)
    }

    @Test("The way back is bounded; what is left stays known to be missing")
    func bounded() {
        var run = run(Self.span("a", "b"), Self.span("y", "z"))
        give(&run, Self.part(nil, nil, complete: true))
        for number in 0..<CatchUp.backwardBound {
            #expect(run.step != .done)
            give(&run, Self.part("x\(1_000 - number)", "y"))
        }
        #expect(run.step == .done && run.knowledge.spans.count == 2)
    }

    @Test(
        "A server that does not get on is not asked for ever",
        arguments: [part("g", "f"), part("f", "f"), part(nil, nil)])
    func stuck(part: ArchivePart) {
        var run = run(Self.span("a", "f"))
        #expect(!give(&run, part))
        var back = self.run(Self.span("a", "b"), Self.span("f", "z"))
        give(&back, Self.part(nil, nil, complete: true))
        #expect(!give(&back, ArchivePart(oldest: part.newest, newest: part.newest, isComplete: false)))
    }
}
