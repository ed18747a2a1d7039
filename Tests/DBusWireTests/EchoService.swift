import DBusWire

/// Answers `Echo` at once, `Later` in a task, `Wait` when the gate opens, and nothing else.
struct EchoService: CallHandler {
    var gate = Gate()
    var left: @Sendable (BusName) -> Void = { _ in }

    func answer(_ call: IncomingCall) -> CallAnswer {
        switch call.member {
        case "Echo": .reply(call.arguments)
        case "Later": .deferred { .success(call.arguments) }
        case "Wait":
            .deferred {
                await gate.pass()
                return .success([])
            }
        case "Bad": .reply([.string("a\u{0}b")])
        default: .failure(ErrorReply(.unknownMethod, "no \(call.member)"))
        }
    }

    func callerLeft(_ caller: BusName) { left(caller) }
}

/// Holds whoever comes until it is opened.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
