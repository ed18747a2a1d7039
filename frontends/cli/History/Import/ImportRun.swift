import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// Entries on their way into the daemon, in batches that one call may carry; one is read while another is stored.
struct ImportRun {
    /// An entry and the line it stood in.
    struct Item {
        var line: Int
        var entry: Fields
        /// Length of its line, bytes.
        var size: Int
    }

    /// What `Account1.Import` takes at once, and bytes of JSON; on the bus they are up to three times as many.
    private static let most = (entries: 500, bytes: 256 << 10)

    let account: AccountHandle
    let isDryRun: Bool
    private(set) var outcome = ImportOutcome()
    private var batch: [Item] = []
    private var size = 0
    /// Whether the batch begins with the moment at which the one before ends.
    private var isTied = false
    /// The batches that the daemon has now, two at most: it reads one while it stores the other.
    private var underway: [(items: ArraySlice<Item>, answer: Task<Result<Answer, BusError>, Never>)] = []

    init(account: AccountHandle, isDryRun: Bool) {
        self.account = account
        self.isDryRun = isDryRun
    }

    mutating func take(_ line: LineFile.Line, number: Int) async throws(BusError) {
        outcome.lines += 1
        guard case .text(let text) = line else {
            if case .unreadable(let reason) = line { outcome.invalid(number, reason) }
            return
        }
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let json: JSON
        do throws(JSONError) {
            json = try JSONParser.parse(text)
        } catch {
            return outcome.invalid(number, "\(error.reason.rawValue), at byte \(error.offset)")
        }
        guard let entry = Fields(entry: json) else { return outcome.invalid(number, "not an entry") }
        let bytes = text.utf8.count
        if batch.count == Self.most.entries || size + bytes > Self.most.bytes {
            let last = batch.last?.entry["time"]
            try await flush()
            isTied = last == entry["time"]
        }
        batch.append(Item(line: number, entry: entry, size: bytes))
        size += bytes
    }

    /// Hands over what is left, and waits until all of it is answered.
    mutating func finish() async throws(BusError) {
        try await flush()
        while !underway.isEmpty { try await settle() }
    }

    private mutating func flush() async throws(BusError) {
        guard !batch.isEmpty else { return }
        let items = batch[...]
        batch = []
        size = 0
        // Of what was said at the same moment the order is that in which it is stored.
        while underway.count >= (isTied ? 1 : 2) { try await settle() }
        isTied = false
        let (account, isDryRun) = (account, isDryRun)
        underway.append((items, Task { await Self.ask(account, items, isDryRun: isDryRun) }))
    }

    /// Waits for what is under way.
    private mutating func settle() async throws(BusError) {
        guard !underway.isEmpty else { return }
        let (items, answer) = underway.removeFirst()
        try await take(await answer.value, to: items)
    }

    /// What the daemon does not take as a whole is sent in halves, down to the entry that is to blame.
    private mutating func take(_ answer: Result<Answer, BusError>, to items: ArraySlice<Item>) async throws(BusError) {
        switch answer {
        case .success(let answer):
            outcome.added += answer.added
            outcome.known += answer.known
            outcome.refused += answer.refused
            if answer.refused > 0 { try await locate(items, answer) }
        case .failure(let error):
            guard Self.isAboutContent(error) else { throw error }
            guard items.count > 1 else {
                outcome.refused += 1
                for item in items { outcome.problem(item.line, error.message) }
                return
            }
            for half in Self.halves(items) {
                try await take(await Self.ask(account, half, isDryRun: isDryRun), to: half)
            }
        }
    }

    private static func ask(
        _ account: AccountHandle, _ items: ArraySlice<Item>, isDryRun: Bool
    ) async -> Result<Answer, BusError> {
        do throws(BusError) {
            return .success(try await call(account, items, isDryRun: isDryRun))
        } catch {
            return .failure(error)
        }
    }

    /// Finds the lines that were refused, without storing anything.
    private mutating func locate(_ items: ArraySlice<Item>, _ answer: Answer) async throws(BusError) {
        guard answer.refused > 0, outcome.tellsMore else { return }
        if items.count == 1, let item = items.first { return outcome.problem(item.line, answer.problem) }
        for half in Self.halves(items) {
            try await locate(half, try await Self.call(account, half, isDryRun: true))
        }
    }

    private static func halves(_ items: ArraySlice<Item>) -> [ArraySlice<Item>] {
        let middle = items.startIndex + items.count / 2
        return [items[..<middle], items[middle...]]
    }

    /// Whether another batch might do better.
    private static func isAboutContent(_ error: BusError) -> Bool {
        [.invalidArguments, .limitExceeded].contains(error)
            || [
                "org.freedesktop.DBus.Error.InvalidArgs", "org.freedesktop.DBus.Error.LimitsExceeded",
            ].contains(error.busName.rawValue)
    }

    private struct Answer {
        var added: Int64
        var known: Int64
        var refused: Int64
        var problem: String
    }

    private static func call(
        _ account: AccountHandle, _ items: ArraySlice<Item>, isDryRun: Bool
    ) async throws(BusError) -> Answer {
        let options: Fields = ["dry-run": .bool(isDryRun)]
        let answer = JSON(try await account.account.import(entries: items.map(\.entry), options: options))
        func number(_ name: String) -> Int64 { answer[name]?.integer ?? 0 }
        return Answer(
            added: number("added"), known: number("known"), refused: number("refused"),
            problem: answer["problem"]?.string ?? "refused")
    }
}
