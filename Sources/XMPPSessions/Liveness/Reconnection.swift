/// When to connect again after a stream broke or an attempt failed, as a value.
///
/// Waits are drawn evenly from zero up to a window that doubles from 1 s to 5 min (full jitter), so that many clients
/// of a server that restarts do not come back at once.
public struct Reconnection: Sendable {
    public enum Action: Sendable, Equatable {
        /// Nothing changes.
        case stay
        /// Try again after this long, unless something happens before.
        case wait(Duration)
        /// Try now.
        case connect
        /// Trying again cannot help: wait for the user.
        case stop(StreamProblem)
    }

    private enum State: Equatable {
        case idle
        case connecting
        case online(since: Duration)
        case waiting
        case stopped
    }

    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(300)
    private static let stable = Duration.seconds(60)

    private var state: State = .idle
    private var window = Self.first

    public init() {}

    /// Whether a `due()` is expected.
    public var isWaiting: Bool { state == .waiting }

    /// The user wants to be online: at once, and with all patience anew.
    public mutating func wanted() -> Action {
        switch state {
        case .connecting, .online: return .stay
        case .idle, .waiting, .stopped:
            window = Self.first
            state = .connecting
            return .connect
        }
    }

    /// The user wants to be offline.
    public mutating func unwanted() { self = Reconnection() }

    /// A stream is open.
    public mutating func connected(at now: Duration) { state = .online(since: now) }

    /// An attempt failed, or the open stream ended; `random` is any number, evenly distributed.
    public mutating func lost(_ problem: StreamProblem, at now: Duration, random: UInt64) -> Action {
        switch state {
        case .idle, .waiting, .stopped: return .stay
        case .online(let since) where now - since >= Self.stable: window = Self.first
        case .connecting, .online: break
        }
        guard problem.remedy == .retry else {
            state = .stopped
            return .stop(problem)
        }
        let milliseconds = UInt64(window.components.seconds) * 1000
        let wait = Duration.milliseconds(Int64(random.multipliedFullWidth(by: milliseconds + 1).high))
        window = min(window * 2, Self.longest)
        state = .waiting
        return .wait(wait)
    }

    /// The wait is over.
    public mutating func due() -> Action {
        guard state == .waiting else { return .stay }
        state = .connecting
        return .connect
    }

    /// The network came up, or the machine woke from suspend: a waiting account tries at once.
    ///
    /// The window keeps growing, so that a network that flaps does not make us hammer the server.
    public mutating func encouraged() -> Action { due() }
}
