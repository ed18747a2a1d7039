import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// The entries around one that was found, in its conversation.
struct SearchContext: Equatable {
    /// Oldest first.
    var before: [EntryShape] = []
    var after: [EntryShape] = []

    /// How far ahead to look, µs: the bus tells the newest of a time, and the next are wanted.
    private static let reaches: [Int64] = [600_000_000, 86_400_000_000, 2_592_000_000_000, 31_536_000_000_000]

    /// - Parameter count: so many on each side.
    static func find(
        around entry: EntryShape, _ count: Int, _ manager: Manager1Proxy
    ) async throws(BusError) -> SearchContext? {
        guard let time = entry.time, let account = entry.json["account"]?.string,
            let peer = entry.json["peer"]?.string
        else { return nil }
        func entries(_ limit: UInt32, after: Int64?, before: Int64?) async throws(BusError) -> [EntryShape] {
            var options: Fields = ["account": .string(account), "conversation": .string(peer)]
            options.set("after", after)
            options.set("before", before)
            let page = try await manager.search(query: "", limit: limit, options: options)
            return page.entries.reversed().map { EntryShape(JSON($0)) }.filter { $0.id != entry.id }
        }
        var context = SearchContext(before: try await entries(UInt32(count), after: nil, before: time))
        for reach in reaches {
            let (end, isTooFar) = time.addingReportingOverflow(reach)
            guard !isTooFar else { break }
            let next = try await entries(500, after: time, before: end)
            // A full page has left out the next ones.
            guard next.count < 499 else { break }
            context.after = Array(next.prefix(count))
            if next.count >= count { break }
        }
        return context
    }
}
