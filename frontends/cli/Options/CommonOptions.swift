import ArgumentParser

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Flag(help: "Print JSON: one value, or one a line where more may follow.")
    var json = false
}

/// What every command about one account understands.
struct AccountOption: ParsableArguments {
    @Option(
        name: [.customShort("a"), .long],
        help: "Address or id of the account; without it the only one, or the first that is enabled.")
    var account: String?
}
