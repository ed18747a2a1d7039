import BusAPI
import FrontendKit

/// Hands a named consumer its events: what was written whole is acknowledged, and nothing else.
struct ConsumerRun {
    let name: String
    /// Behind which number it begins if it is new; nil: from now on.
    let since: UInt64?
    let isFollowing: Bool
    /// Whether it goes on where events were trimmed that it had not had.
    let skipsLost: Bool
    let desk: Desk

    /// Works until the end of the log, until nobody reads any more, or until somebody interrupts.
    func run() async throws {
        guard desk.isProcess, let interruption = Interruption.begin() else { return try await work(nil) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { interruption.end() }
            group.addTask {
                try await work(interruption)
                return true
            }
            group.addTask {
                await interruption.arrived()
                return false
            }
            if try await group.next() == false {
                group.cancelAll()
                _ = try? await group.next()
            }
        }
        interruption.passOn()
    }

    private func work(_ interruption: Interruption?) async throws {
        var daemon = try await desk.daemon()
        try await daemon.openConsumer(name, after: since)
        var output = ConsumerOutput(desk, interruption)
        while true {
            do {
                return try await read(daemon, &output)
            } catch let error as BusError where Failure.isGone(error) {
                if interruption?.signal != nil { return }
                guard isFollowing else { throw error }
                desk.complain("saluton: the daemon went away; waiting until it is back")
                daemon.close()
                daemon = try await Daemon.reachAgain(through: desk.doors)
            }
        }
    }

    private func read(_ daemon: Daemon, _ output: inout ConsumerOutput) async throws {
        var feed = try await daemon.events(of: name, isFollowing: isFollowing)
        // The daemon went away before it said that it had taken this.
        if let number = output.unacknowledged { try await acknowledge(number, to: &feed, &output) }
        while let element = try await feed.next() {
            let isWhole: Bool
            switch element {
            case .events(let events): isWhole = try output.write(events)
            case .lost(let number): isWhole = try output.write(lost: number, unlessRefused: try refusal(of: number))
            }
            if let number = output.unacknowledged { try await acknowledge(number, to: &feed, &output) }
            guard isWhole else { return }
        }
    }

    private func acknowledge(
        _ number: UInt64, to feed: inout ConsumerFeed, _ output: inout ConsumerOutput
    ) async throws {
        guard output.settle() else { throw Failure(.storage, name: "CannotWrite", "The output is not on the disk.") }
        try await feed.acknowledge(number)
        output.acknowledged(number)
    }

    private func refusal(of number: UInt64) throws -> Failure? {
        skipsLost
            ? nil
            : Failure(
                .failed, name: "EventsLost",
                "Events up to \(number) were trimmed before “\(name)” had them.",
                action: "Read anew what you keep of them, then go on behind them: "
                    + "saluton events --consumer \(name) --skip-lost")
    }
}
