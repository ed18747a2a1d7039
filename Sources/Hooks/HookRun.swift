import Domain
import Logging
import Processes
import Synchronization
import XMPPSessions

/// One program and one event.
struct HookRun: Sendable {
    let hook: Hook
    let event: Event
    /// `nil`: not a message that could be answered.
    let message: ReceivedMessage?
    let world: HookWorld

    /// Runs the program to its end and does what it says.
    func perform() async {
        let own: OwnSide? = if let account = event.account { await world.host.ownSide(of: account) } else { nil }
        let environment = HookInput.environment(hook, event, message, own: own, inherited: world.environment)
        let home = world.environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let call = ProgramCall(
            hook.path, [hook.point], environment: environment, folder: home ?? "/",
            input: Array(HookInput.line(event).utf8),
            limits: ProgramCall.Limits(
                time: HookBounds.time, grace: HookBounds.grace, output: HookBounds.output,
                complaints: HookBounds.complaints))
        let end = await call.run()
        // The daemon ends; the event is met again.
        guard !Task.isCancelled else { return }
        tell(end)
        guard case .status(0) = end.cause else { return }
        await answer(HookOutput(end.output))
    }

    private func tell(_ end: ProgramEnd) {
        let complaints = String(decoding: end.complaints, as: UTF8.self)
        for line in complaints.split(whereSeparator: \.isNewline).prefix(HookBounds.complaintLines) {
            log(.notice, "it says: \(printable(line))")
        }
        switch end.cause {
        case .status(0): break
        case .status(let status): log(.warning, "it ended with status \(status); what it printed is not used")
        case .signal(let signal): log(.warning, "signal \(signal) ended it")
        case .overdue: log(.warning, "it took longer than \(HookBounds.time.components.seconds) seconds and was ended")
        case .flood: log(.warning, "it printed too much and was ended")
        case .notStarted: log(.warning, "it could not be started")
        }
    }

    private func answer(_ output: HookOutput) async {
        for problem in output.problems { log(.warning, "what it printed is not understood: \(problem)") }
        guard !output.answers.isEmpty else { return }
        guard hook.point == Hook.received, let message else {
            return log(.notice, "what it printed is not used: only programs in received/ answer")
        }
        if let reason = world.answers.withLock({ $0.refusal(in: message.conversation, at: world.clock.now) }) {
            return log(.notice, "its answer was dropped: \(reason)")
        }
        for (index, answer) in output.answers.enumerated() {
            let reason = await world.host.send(
                HookAnswer(
                    account: message.account, peer: message.peer, text: answer.text, language: answer.language,
                    thread: message.thread, token: "\(hook.consumer)-\(event.number)-\(index)"))
            if let reason { return log(.notice, "its answer was not sent: \(reason)") }
        }
    }

    private func printable(_ line: Substring) -> String {
        String(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }.prefix(500))
    }

    private func log(_ level: Logger.Level, _ text: String) {
        world.log.log(level: level, "\(text)", metadata: ["hook": "\(hook.title)", "event": "\(event.number)"])
    }
}
