/// One step from a schema to the next.  Never edited once released; a mistake is mended by a further step.
struct Migration: Sendable {
    /// The version the database has afterwards, stored as `user_version`.
    let number: Int32
    /// Statements separated by semicolons.
    let sql: String

    /// All steps, in order: numbers 1, 2, 3 ….
    static let all: [Migration] = [.foundations, .conversations, .errands, .drafts]
}
