import ArgumentParser

/// Where an account's password comes from; never from an argument.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Read the password from the first line of standard input.")
    var passwordStdin = false

    @Option(
        help: ArgumentHelp("Run this at each login; its first line of output is the password.", valueName: "command"))
    var passwordCommand: String?

    @Option(help: .hidden)
    var password: String?

    @Flag(help: "Log in without a password, as nobody in particular (SASL ANONYMOUS).")
    var anonymous = false

    @Option(
        help: ArgumentHelp("Log in with this certificate: PEM with its key (SASL EXTERNAL).", valueName: "file"),
        completion: .file())
    var certificate: String?

    func validate() throws {
        if password != nil {
            throw ValidationError(
                "A password among the arguments can be read by every user of this machine, and stays in the shell's "
                    + "history.  Use --password-stdin, or --password-command, or let saluton ask.")
        }
        let ways = [passwordStdin, passwordCommand != nil, anonymous, certificate != nil].filter { $0 }
        if ways.count > 1 {
            throw ValidationError(
                "Only one of --password-stdin, --password-command, --anonymous and --certificate can be given.")
        }
        if passwordCommand?.isEmpty == true { throw ValidationError("The password command is empty.") }
    }
}
