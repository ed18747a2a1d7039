import ArgumentParser

/// `saluton roster …`
struct RosterFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "See and change the contacts, and who may see whom.",
        subcommands: [
            RosterGet.self, RosterAdd.self, RosterSet.self, RosterRemove.self, RosterApprove.self, RosterDeny.self,
            RosterRequests.self, RosterStatistics.self, RosterPurge.self,
        ])
}
