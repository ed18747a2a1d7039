import Logging
import XMPPSessions

extension AccountService {
    /// Writes the stanzas of this account to a sink for a while; false when somebody does so already.
    public func trace(_ sink: any TraceSink, for duration: Duration, bodies: Bool) async -> Bool {
        guard let number = tap.open(sink, showsTexts: bodies) else { return false }
        log.warning(
            "stanzas are traced", metadata: ["seconds": "\(duration.components.seconds)", "bodies": "\(bodies)"])
        let clock = surroundings.clock
        let end = clock.now + duration
        // Ends by itself; nobody waits for it.
        Task { [tap, log] in
            try? await clock.sleep(until: end)
            tap.close(number)
            log.notice("trace ended")
        }
        return true
    }
}
