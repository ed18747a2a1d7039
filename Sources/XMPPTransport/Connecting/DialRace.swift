internal import NIOCore
internal import NIOPosix
internal import XMPPSessions

/// Opens one TCP connection to whichever address is through first.  Lives on the event loop.
final class DialRace {
    private let loop: any EventLoop
    private let port: UInt16
    private let settings: TransportSettings
    private let answer: OneShot<Result<any Channel, StreamProblem>>
    private var machine: HappyEyeballs
    private var channels: [Int: any Channel] = [:]
    private var timer: Scheduled<Void>?
    private var lastFailure = ""
    private var isOver = false

    init(
        _ addresses: [NetworkAddress], port: UInt16, loop: any EventLoop, settings: TransportSettings,
        answer: OneShot<Result<any Channel, StreamProblem>>
    ) {
        self.loop = loop
        self.port = port
        self.settings = settings
        self.answer = answer
        machine = HappyEyeballs(addresses)
    }

    func start() { perform(machine.start()) }

    func cancel() { end(.failure(.cancelled)) }

    private func perform(_ action: HappyEyeballs.Action?) {
        guard !isOver else { return }
        switch action {
        case nil: break
        case .connect(let index): connect(index)
        case .use(let index):
            if let channel = channels.removeValue(forKey: index) { end(.success(channel)) }
        case .giveUp: end(.failure(.unreachable(lastFailure)))
        }
    }

    private func end(_ result: Result<any Channel, StreamProblem>) {
        guard !isOver else { return }
        isOver = true
        timer?.cancel()
        for channel in channels.values { channel.close(promise: nil) }
        channels = [:]
        if !answer.fill(result), case .success(let channel) = result { channel.close(promise: nil) }
    }

    private func connect(_ index: Int) {
        let address: SocketAddress
        do {
            address = try SocketAddress(
                packedIPAddress: ByteBuffer(bytes: machine.addresses[index].octets), port: Int(port))
        } catch {
            return perform(machine.failed(index))
        }
        let bound = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(settings.connecting))
            .channelOption(.autoRead, value: false)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1 << 16))
            .channelOption(.maxMessagesPerRead, value: 8)
            .channelInitializer { channel in
                bound.value.channels[index] = channel
                return channel.eventLoop.makeSucceededVoidFuture()
            }
            .connect(to: address)
            .whenComplete { result in bound.value.connected(index, result) }
        timer?.cancel()
        timer = loop.assumeIsolated().scheduleTask(in: TimeAmount(settings.stagger)) { [self] in
            perform(machine.waited())
        }
    }

    private func connected(_ index: Int, _ result: Result<any Channel, any Error>) {
        switch result {
        case .success(let channel):
            guard let action = machine.connected(index), !isOver else { return channel.close(promise: nil) }
            perform(action)
        case .failure(let error):
            channels[index] = nil
            lastFailure = ErrorText.of(error)
            perform(machine.failed(index))
        }
    }
}

extension TimeAmount {
    /// Clamped to what both can say.
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        self = .nanoseconds(overflow ? .max : whole.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue)
    }
}
