import FrontendKit

/// Something that was waited for did not come.
struct Overdue: Error, CustomStringConvertible {
    let description: String

    init(_ what: String) { description = "waited in vain: \(what)" }
}

/// How long a test waits for an event before it gives up; nothing takes so long unless it never comes.
let patience = Duration.seconds(30)

/// What the work returns, unless it takes longer than anybody should wait.
func awaiting<Result: Sendable>(
    _ what: String, within limit: Duration = patience, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    guard let result = try await Deadline(limit).run(work) else { throw Overdue(what) }
    return result
}
