internal import NIOCore
internal import XMLStreams
internal import XMPPSessions

/// One connection on the event loop: proxy, TLS, parser and login, and then the stream.
///
/// One handler does it all, so that a byte is copied once on its way from the socket to an element.
final class WireHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What arriving bytes are.
    enum Stage {
        case proxy(SOCKSHandshake)
        case plain, handshake, secured, over
    }

    let plan: WirePlan
    let loginEnd: OneShot<LoginEnd>
    var stage = Stage.plain
    var context: ChannelHandlerContext?
    var engine: TLSEngine?
    var parser = XMLStreamParser()
    /// Until the stream is ready.
    var login: LoginMachine?
    var stepTimer: Scheduled<Void>?

    /// From here on, once it is.
    var mailbox: StreamMailbox?
    var batch: [Element] = []
    var batchBytes = 0
    var events: [XMLStreamEvent] = []
    /// Room is wanted in the mailbox before the next read.
    var isPaused = false
    var owesRead = false
    /// We have sent, or been asked for, the end of the stream.
    var isClosing = false
    var closers: [() -> Void] = []

    init(_ plan: WirePlan, loginEnd: OneShot<LoginEnd>) {
        self.plan = plan
        self.loginEnd = loginEnd
    }

    // MARK: Life of the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        guard context.channel.isActive else { return lost("connection closed") }
        SocketTuning.prepare(context.channel)
        rearm()
        if let proxy = plan.proxy {
            var handshake = SOCKSHandshake(proxy, to: plan.candidate)
            let action = handshake.start()
            stage = .proxy(handshake)
            perform(action)
        } else {
            begin()
        }
        _ = try? context.channel.syncOptions?.setOption(.autoRead, value: true)
    }

    func channelInactive(context: ChannelHandlerContext) {
        lost("connection closed")
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        lost("connection closed")
        self.context = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lost(ErrorText.of(error))
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        unwrapInboundIn(data).withUnsafeReadableBytes(receive)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        handOver()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if login != nil { SocketTuning.acknowledgeAtOnce(context.channel) }
        if isPaused { owesRead = true } else { context.read() }
    }

    // MARK: Bytes

    private func receive(_ bytes: UnsafeRawBufferPointer) {
        switch stage {
        case .proxy(var handshake):
            let action = handshake.receive(bytes)
            stage = .proxy(handshake)
            if let action { perform(action) }
        case .plain: feedLogin(bytes)
        case .handshake, .secured:
            do throws(StreamProblem) {
                try engine?.receive(bytes)
                try pump()
            } catch {
                fail(error)
            }
        case .over: break
        }
    }

    private func perform(_ action: SOCKSHandshake.Action) {
        rearm()
        switch action {
        case .send(let bytes): write(plain: bytes)
        case .ready: begin()
        case .fail(let problem): fail(problem)
        }
    }

    /// Goes on with the handshake, and then with what has been decrypted.
    func pump() throws(StreamProblem) {
        guard let engine else { return }
        if !engine.isSecured {
            defer { flush() }
            guard try engine.shakeHands() else { return }
        }
        if case .handshake = stage {
            stage = .secured
            handle(.secured(engine.facts), behind: UnsafeRawBufferPointer(start: nil, count: 0))
        }
        var problem: StreamProblem?
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            do throws(StreamProblem) { try drain(engine, buffer) } catch { problem = error }
        }
        flush()
        if let problem { throw problem }
    }

    private func drain(_ engine: TLSEngine, _ buffer: UnsafeMutableRawBufferPointer) throws(StreamProblem) {
        while case .secured = stage {
            switch try engine.read(into: buffer) {
            case .nothing: return
            case .closed: return lost("connection closed")
            case .bytes(let count):
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                if login == nil { feedStream(bytes) } else { feedLogin(bytes) }
            }
        }
    }

    // MARK: Writing

    func write(plain bytes: [UInt8]) {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// Writes as the stage wants it.
    func write(_ bytes: [UInt8], promise: EventLoopPromise<Void>? = nil) {
        guard let engine, engine.isSecured else { return write(plain: bytes) }
        do throws(StreamProblem) {
            try engine.write(bytes)
            flush(promise: promise)
        } catch {
            promise?.fail(error)
            fail(error)
        }
    }

    /// Sends what the engine has for the network.
    func flush(promise: EventLoopPromise<Void>? = nil) {
        guard let context, let engine, engine.pendingOutput > 0 else {
            promise?.succeed()
            return
        }
        var buffer = context.channel.allocator.buffer(capacity: engine.pendingOutput)
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: engine.pendingOutput) { engine.takeOutput(into: $0) }
        context.writeAndFlush(wrapOutboundOut(buffer), promise: promise)
        // Having written, the kernel takes this for a dialogue and waits 40 ms before it acknowledges what comes next.
        SocketTuning.acknowledgeAtOnce(context.channel)
    }
}
