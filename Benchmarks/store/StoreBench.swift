import Domain
@preconcurrency import Glibc
import Store

/// storebench FILE COUNT: makes a store of so many entries, 0 for an account without any, and reads in it.
///
/// Prints words and numbers: ns of the making, and medians of ns of each kind of reading; then the ids that the bus
/// knows the account and the conversations by.
@main
struct StoreBench {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 3, let count = Int(words[2]), count >= 0 else {
            fatal("usage: storebench FILE COUNT")
        }
        let store = try Store.open(at: words[1], clock: { Timestamp(microseconds: 1_700_000_000_000_000) })
        let start = ContinuousClock.now
        try await Filling(count: count).fill(store)
        say("made", ContinuousClock.now - start)
        try await measure("history-spread") { _ = try await store.history(of: Filling.spread, .last, limit: 20) }
        try await measure("history-oldest") { _ = try await store.history(of: Filling.oldest, .last, limit: 20) }
        let (common, frequent, rare) = (Vocabulary.word(0), Vocabulary.word(200), Vocabulary.word(15_000))
        for (name, text) in [
            ("common", "\"\(common)\""), ("frequent", "\"\(frequent)\""), ("rare", "\"\(rare)\""),
            ("two", "\"\(common)\" \"\(frequent)\""), ("begun", String(frequent.dropLast())), ("typed", common),
        ] {
            for order in SearchQuery.Order.allCases {
                let query = SearchQuery(text: text, order: order)
                try await measure("\(order.rawValue)-\(name)") { _ = try await store.search(query, limit: 20) }
            }
        }
        try store.close()
        print("account \(Filling.account)\nspread \(Filling.spread)\noldest \(Filling.oldest)")
    }

    /// The median of 101 runs after some that warm up.
    private static func measure(_ name: String, _ work: @Sendable () async throws -> Void) async throws {
        for _ in 0..<10 { try await work() }
        var times: [Duration] = []
        for _ in 0..<101 {
            let start = ContinuousClock.now
            try await work()
            times.append(ContinuousClock.now - start)
        }
        say(name, times.sorted()[50])
    }

    private static func say(_ name: String, _ time: Duration) {
        let (seconds, attoseconds) = time.components
        print("\(name) \(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)")
    }

    private static func fatal(_ words: String) -> Never {
        fputs(words + "\n", stderr)
        exit(2)
    }
}
