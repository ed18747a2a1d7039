import ArgumentParser
import BusAPI
import FrontendKit

/// The account a command of the family `account` is about.
struct AccountArgument: ParsableArguments {
    @Argument(help: "Address or id; without it the only one, or the first that is enabled.")
    var name: String?

    @OptionGroup var option: AccountOption

    func validate() throws {
        if let name, let other = option.account, name != other {
            throw ValidationError("The account is given twice.")
        }
    }

    func account(at desk: Desk) async throws -> AccountHandle {
        try await desk.account(option, or: name)
    }
}
