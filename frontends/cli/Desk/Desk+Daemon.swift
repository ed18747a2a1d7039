import FrontendKit

extension Desk {
    /// Reaches the daemon, and starts it where none is running.
    func daemon() async throws(Unreachable) -> Daemon { try await Daemon.reach(through: doors) }

    /// Reaches the daemon, and an account of it.
    func account(_ option: AccountOption, or name: String? = nil) async throws -> AccountHandle {
        try await daemon().account(name ?? option.account ?? "")
    }
}
