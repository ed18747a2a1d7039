/// Why the daemon does not start: a sentence for the terminal and an exit code.
struct Failure: Error {
    /// The codes of docs/cli.md that concern the daemon.
    enum Code: Int32 {
        case failure = 1
        /// No bus.
        case unavailable = 7
        /// The database cannot be opened or written.
        case storage = 8
        /// Folders, key file or options are not usable.
        case configuration = 9
    }

    let sentence: String
    let code: Code

    init(_ sentence: String, code: Code = .failure) {
        self.sentence = sentence
        self.code = code
    }
}
