import ArgumentParser

/// `saluton account …`
struct AccountFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Add, change, connect and watch accounts.",
        subcommands: [
            AccountAdd.self, AccountList.self, AccountShow.self, AccountSet.self, AccountEnable.self,
            AccountDisable.self, AccountRemove.self, AccountConnect.self, AccountDisconnect.self, AccountStatus.self,
            AccountArchive.self,
        ])
}
