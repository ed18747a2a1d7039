internal import NIOCore
internal import XMLStreams
internal import XMPPSessions

/// A stream over TCP and TLS.
final class NetworkStream: XMPPStream {
    private let mailbox: StreamMailbox
    private let wire: NIOLoopBound<WireHandler>

    init(_ mailbox: StreamMailbox, _ wire: NIOLoopBound<WireHandler>) {
        self.mailbox = mailbox
        self.wire = wire
    }

    /// Whoever lets go of a stream without closing it must not leave a connection behind.
    deinit {
        let wire = wire
        wire.eventLoop.execute { wire.value.drop(.abandoned) }
    }

    func receive() async throws(StreamProblem) -> [Element]? { try await mailbox.take().get() }

    func send(_ elements: [Element]) async throws(StreamProblem) {
        guard !elements.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(elements.count * 512)
        for element in elements { XMLWriter.write(element, to: &bytes) }
        let written = bytes
        let problem: StreamProblem? = await withCheckedContinuation { continuation in
            wire.eventLoop.execute { [wire] in
                wire.value.send(written) { continuation.resume(returning: $0) }
            }
        }
        if let problem { throw problem }
    }

    func close(patience: Duration) async {
        await withCheckedContinuation { continuation in
            wire.eventLoop.execute { [wire] in
                wire.value.closeStream(patience) { continuation.resume() }
            }
        }
    }

    func abandon() async {
        await withCheckedContinuation { continuation in
            wire.eventLoop.execute { [wire] in
                wire.value.whenClosed { continuation.resume() }
                wire.value.drop(.abandoned)
            }
        }
    }
}
