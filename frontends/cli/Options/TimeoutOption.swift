import ArgumentParser

/// How long a command waits.
struct TimeoutOption: ParsableArguments {
    @Option(help: ArgumentHelp("Wait at most so long, 1–300.", valueName: "seconds"))
    var timeout: UInt32 = 30

    func validate() throws {
        guard (1...300).contains(timeout) else { throw ValidationError("--timeout is 1–300 seconds.") }
    }
}
