public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

/// Who waits for an answer.
enum RequestWaiter: Sendable {
    case caller(CheckedContinuation<Result<Element?, RequestFailure>, Never>)
    /// A ping that stands in for `<r/>`: its answer acknowledges our stanzas up to this number.
    case acknowledgement(UInt32)
    /// A ping that only wants a sign of life.
    case sign

    func fail(_ failure: RequestFailure) {
        if case .caller(let continuation) = self { continuation.resume(returning: .failure(failure)) }
    }
}

/// Whether a request asks or changes something (RFC 6120 §8.2.3).
public enum RequestType: String, Sendable, Hashable {
    case get, set
}

/// Something that can ask others.
public protocol Requesting: Sendable {
    /// Sends a request and returns the child of its result, `nil` when the result is empty.
    ///
    /// `to` is `nil` for our own account.  What the answer leads to is not stored when this returns.
    func request(
        _ payload: Element, _ type: RequestType, to: JID?, timeout: Duration
    ) async throws(RequestFailure) -> Element?
}

extension Requesting {
    public func request(
        _ payload: Element, _ type: RequestType, to: JID? = nil
    ) async throws(RequestFailure) -> Element? {
        try await request(payload, type, to: to, timeout: .seconds(60))
    }
}

extension Session: Requesting {
    public func request(
        _ payload: Element, _ type: RequestType, to: JID?, timeout: Duration
    ) async throws(RequestFailure) -> Element? {
        guard !isOver, !isClosing else { throw .disconnected }
        guard requests.count < limits.requests else { throw .tooMany }
        let id = ids()
        let deadline = clock.now + timeout
        // The handler cannot wait for the actor; the request fails in the session's next turn.
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                requests.open(id: id, to: to, deadline: deadline, waiter: .caller(continuation))
                enqueue(.init(element: .request(payload, type, id: id, to: to), token: nil))
                arm()
            }
        } onCancel: {
            Task { await self.cancelRequest(id) }
        }
        return try result.get()
    }

    private func cancelRequest(_ id: String) { requests.close(id: id)?.fail(.cancelled) }

    /// A ping to the server, for which any answer will do (XEP-0199 §4.2).
    func ping(for waiter: RequestWaiter) -> Element {
        let id = ids()
        requests.open(id: id, to: nil, deadline: clock.now + .seconds(60), waiter: waiter)
        return .request(Element("ping", .ping), .get, id: id, to: nil)
    }
}

extension Namespace {
    /// XMPP Ping (XEP-0199 §9.1).
    public static let ping: Namespace = "urn:xmpp:ping"
}

extension Element {
    static func request(_ payload: Element, _ type: RequestType, id: String, to: JID?) -> Element {
        IQ(type == .get ? .get(payload) : .set(payload), id: id, to: to).element
    }

    static let unavailablePresence = Presence(.unavailable).element
}
