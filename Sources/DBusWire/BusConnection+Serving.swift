internal import CDBus

extension BusConnection {
    /// Answers incoming calls from now on.  Claim the name after this.
    public nonisolated func serve(_ handler: any CallHandler, policy: CallerPolicy = .sameUser) {
        outbox.put(.serve(handler, policy))
    }

    func receiveCall(_ message: OpaquePointer) {
        guard let sender = dbus_message_get_sender(message), let path = dbus_message_get_path(message),
            let member = dbus_message_get_member(message), let signature = dbus_message_get_signature(message)
        else { return }
        let ticket = ReplyTicket(
            caller: BusName(trusted: String(cString: sender)), serial: dbus_message_get_serial(message),
            isWanted: dbus_message_get_no_reply(message) == 0)
        let arguments: [Value]
        var used = 0
        do throws(WireError) {
            arguments = try MessageReader.arguments(of: message, limit: WireLimits.argumentBytes, used: &used)
        } catch {
            let name = error == .tooLarge ? ErrorName.limitsExceeded : .invalidArguments
            return answer(ticket, .failure(ErrorReply(name, "the arguments cannot be read: \(error)")))
        }
        let call = IncomingCall(
            ticket.caller, ObjectPath(trusted: String(cString: path)),
            dbus_message_get_interface(message).map { InterfaceName(trusted: String(cString: $0)) },
            MemberName(trusted: String(cString: member)), Signature(trusted: String(cString: signature)), arguments)
        switch ledger.verdict(on: ticket.caller, bytes: used) {
        case .admit: handle(call, ticket)
        case .refuse(let error): answer(ticket, .failure(error))
        case .hold: ledger.hold(CallerLedger.HeldCall(call: call, ticket: ticket))
        case .ask:
            ledger.hold(CallerLedger.HeldCall(call: call, ticket: ticket))
            identify(ticket.caller)
        }
    }

    /// Asks who a caller is.  The rule goes first, so that its departure cannot be missed.
    private func identify(_ caller: BusName) {
        tellBus("AddMatch", [.string(MatchRule.owner(of: caller).text)])
        askBus("GetConnectionCredentials", [.string(caller.rawValue)]) { [weak self] result in
            self?.assumeIsolated { $0.identified(caller, try? Credentials(result.get())) }
        }
    }

    private func identified(_ caller: BusName, _ credentials: Credentials?) {
        let isAdmitted = credentials.map(policy.admits) ?? false
        for held in ledger.decide(caller, isAdmitted: isAdmitted) {
            if isAdmitted {
                handle(held.call, held.ticket)
            } else {
                answer(held.ticket, .failure(CallerLedger.denied))
            }
        }
        if credentials == nil { left(caller) }
    }

    private func handle(_ call: IncomingCall, _ ticket: ReplyTicket) {
        guard let handler else {
            return answer(ticket, .failure(ErrorReply(.unknownObject, "nothing is served here")))
        }
        let outcome = handler.answer(call)
        // What the handler has emitted goes out before its answer.
        carryOutOrders()
        switch outcome {
        case .reply(let values): answer(ticket, .success(values))
        case .failure(let error): answer(ticket, .failure(error))
        case .deferred(let work):
            guard ledger.begin(ticket.caller) else { return answer(ticket, .failure(CallerLedger.busy)) }
            // Unstructured: the call lives until it is answered, whatever becomes of the caller; `ledger` bounds it.
            Task { [outbox] in
                let message = ticket.message(await work())
                outbox.put(.answer(message, caller: ticket.caller))
            }
        }
    }

    private func answer(_ ticket: ReplyTicket, _ result: Result<[Value], ErrorReply>) {
        if let message = ticket.message(result) { send(message) }
    }

    /// A caller's name has no owner any more.
    func left(_ caller: BusName) {
        tellBus("RemoveMatch", [.string(MatchRule.owner(of: caller).text)])
        if ledger.leave(caller) { handler?.callerLeft(caller) }
    }
}
