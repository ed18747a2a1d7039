import Testing

@testable import FrontendKit

@Suite("Following the event log")
struct EventCursorTests {
    @Test(
        "What a signal leads to depends on what is known",
        arguments: [
            // known, first, last, carries all, action, known afterwards
            (UInt64(10), UInt64(11), UInt64(12), true, EventCursor.Action.handOut(after: 10), UInt64(12)),
            (10, 9, 12, true, .handOut(after: 10), 12),  // part of it was read already
            (10, 9, 10, true, .nothing, 10),  // all of it was read already
            (10, 12, 13, true, .read, 10),  // a signal was lost
            (10, 11, 900, false, .read, 10),  // too many for a signal
            (0, 1, 1, true, .handOut(after: 0), 1),
            (UInt64.max, 0, UInt64.max, true, .nothing, UInt64.max),
        ])
    func signals(
        known: UInt64, first: UInt64, last: UInt64, carriesAll: Bool, action: EventCursor.Action, after: UInt64
    ) {
        var cursor = EventCursor(after: known)
        let result = cursor.recorded(first: first, last: last, carriesAll: carriesAll)
        #expect(result == action)
        #expect(cursor.last == after)
    }

    @Test("Reading goes on until the log's end, also when a filter leaves nothing")
    func pages() {
        var cursor = EventCursor(after: 3)
        let more = [
            cursor.pageRead(upTo: 7, newest: 9), cursor.pageRead(upTo: 9, newest: 9),
            cursor.pageRead(upTo: nil, newest: 20), cursor.pageRead(upTo: nil, newest: 5),
        ]
        #expect(more == [true, false, false, false])
        #expect(cursor.last == 20)
    }

    @Test("A gap is told only to who knew what came before it")
    func gaps() {
        #expect(EventCursor(after: 3).gap(oldest: 9) == 4...8)
        #expect(EventCursor(after: 3).gap(oldest: 4) == nil)
        #expect(EventCursor(after: 3).gap(oldest: 1) == nil)
        #expect(EventCursor(after: 0).gap(oldest: 9) == nil)
        #expect(EventCursor(after: UInt64.max).gap(oldest: 0) == nil)
    }

    @Test("Whatever is lost, late or doubled, every number comes once and in order", arguments: 0..<200)
    func noneLostNoneDoubled(seed: UInt64) {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        var cursor = EventCursor(after: 0)
        var newest: UInt64 = 0
        var seen: [UInt64] = []
        var pending: [ClosedRange<UInt64>] = []
        func read() {
            var more = true
            while more {
                let page = Array((cursor.last + 1..<newest + 1).prefix(3))
                seen += page
                more = cursor.pageRead(upTo: page.last, newest: newest)
            }
        }
        for _ in 0..<60 {
            switch dice.roll(4) {
            case 0:
                let commit = newest + 1...newest + 1 + dice.roll(5)
                newest = commit.upperBound
                pending.append(commit)
            case 1 where !pending.isEmpty: pending.removeFirst()  // lost
            case 2 where !pending.isEmpty: pending.insert(pending[0], at: 0)  // doubled
            default:
                guard !pending.isEmpty else { continue }
                let signal = pending.removeFirst()
                switch cursor.recorded(first: signal.lowerBound, last: signal.upperBound, carriesAll: dice.roll(3) > 0)
                {
                case .handOut(let number): seen += signal.filter { $0 > number }
                case .read: read()
                case .nothing: break
                }
            }
        }
        read()
        #expect(seen == Array(1..<newest + 1))
    }
}

/// A small generator of numbers, the same for the same seed.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: UInt64) -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state % sides
    }
}
