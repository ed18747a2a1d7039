import XMLStreams
import XMPPStanzas

extension Session {
    /// Reads until the stream ends; returns why it broke, `nil` for an orderly end.
    func read(from stream: any XMPPStream) async -> StreamProblem? {
        // First what came before the first read: stanzas that are not counted, acknowledgements with a resumption.
        var elements = uncounted
        var areCounted = false
        uncounted = []
        do throws(StreamProblem) {
            while true {
                do throws(ManagementFault) {
                    guard try await work(through: elements, areCounted: areCounted) else {
                        return problem ?? (isClosing ? nil : .dropped)
                    }
                } catch {
                    await end(stream, of: error)
                    return error.problem
                }
                guard let next = try await stream.receive() else { return problem }
                elements = next
                areCounted = true
                liveness?.heard(at: clock.now)
            }
        } catch {
            return problem ?? error
        }
    }

    private func work(through elements: [Element], areCounted: Bool) async throws(ManagementFault) -> Bool {
        var turn = Turn()
        for element in elements { try await take(element, &turn, isCounted: areCounted) }
        return await commit(turn)
    }

    private func take(
        _ element: Element, _ turn: inout Turn, isCounted: Bool
    ) async throws(ManagementFault) {
        if element.name.namespace == .client {
            switch element.name.local {
            case "message": await takeMessage(element, &turn)
            case "presence": await takePresence(element, &turn)
            case "iq": takeIQ(element, &turn)
            default: return refuse(.unknownElement)
            }
            if isCounted { management.count() }
            turn.count += 1
        } else {
            switch management.grant == nil ? nil : ManagementNonza(element) {
            case .request: management.asked()
            case .answer(let h): try takeAcknowledgement(h)
            case nil: refuse(.unknownElement)
            }
        }
    }

    func takeAcknowledgement(_ h: UInt32) throws(ManagementFault) {
        acknowledged += try management.acknowledge(h).compactMap(\.token)
        liveness?.acknowledged(at: clock.now, isComplete: management.unacknowledged == 0)
        arm()
        wakeWriter()
    }

    private func takeMessage(_ element: Element, _ turn: inout Turn) async {
        let message: Message
        do throws(StanzaProblem) { message = try Message(element) } catch { return refuse(Refusal(error)) }
        let incoming = Incoming(message, from: stamp.authority(of: message.from))
        switch await plan.messages.route(incoming, strike: refuse) {
        case .unchanged: turn.products.append(.message(incoming))
        case .pass(let changed): turn.products.append(.message(changed))
        case .take: break
        case .produce(let product): turn.products.append(.product(product, incoming.authority))
        case .refuse(let refusal): refuse(refusal)
        }
    }

    private func takePresence(_ element: Element, _ turn: inout Turn) async {
        let presence: Presence
        do throws(StanzaProblem) { presence = try Presence(element) } catch { return refuse(Refusal(error)) }
        let incoming = Incoming(presence, from: stamp.authority(of: presence.from))
        switch await plan.presences.route(incoming, strike: refuse) {
        case .unchanged: turn.products.append(.presence(incoming))
        case .pass(let changed): turn.products.append(.presence(changed))
        case .take: break
        case .produce(let product): turn.products.append(.product(product, incoming.authority))
        case .refuse(let refusal): refuse(refusal)
        }
    }
}
