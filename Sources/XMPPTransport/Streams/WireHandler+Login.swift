internal import Digests
internal import NIOCore
internal import SASLMechanisms
internal import XMLStreams
internal import XMPPSessions
internal import XMPPStanzas

/// The connection until the stream is ready.
extension WireHandler {
    /// The TCP connection leads to the server.
    func begin() {
        stage = .plain
        login = LoginMachine(
            plan.request, tls: plan.candidate.tls == .direct ? .direct : .starttls, nonce: plan.nonce)
        switch plan.candidate.tls {
        case .direct: secure()
        case .starttls: handle(.connected, behind: UnsafeRawBufferPointer(start: nil, count: 0))
        }
    }

    private func secure() {
        do throws(StreamProblem) {
            engine = try TLSEngine(
                plan.authorities, identity: PeerIdentity(plan.request.account),
                isDirect: plan.candidate.tls == .direct, certificate: plan.request.credentials.certificate)
            stage = .handshake
            try pump()
        } catch {
            fail(error)
        }
    }

    /// Feeds tag by tag, so that it is known what stands behind each element.
    func feedLogin(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty, login != nil {
            let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? rest.count
            let piece = UnsafeRawBufferPointer(rebasing: rest[..<end])
            rest = UnsafeRawBufferPointer(rebasing: rest[end...])
            let parser = parser
            var refusal: XMLStreamError?
            do throws(XMLStreamError) { try parser.feed(piece, into: &events) } catch { refusal = error }
            let arrived = events
            events.removeAll(keepingCapacity: true)
            for event in arrived { take(event, behind: rest) }
            if let refusal, login != nil { return refuse(refusal) }
            // A restart or TLS: what stands behind has been judged.
            if parser !== self.parser { return }
        }
        if !rest.isEmpty, case .secured = stage { feedStream(rest) }
    }

    private func take(_ event: XMLStreamEvent, behind rest: UnsafeRawBufferPointer) {
        switch event {
        case .opened(let root): handle(.opened(root, content: parser.contentNamespace), behind: rest)
        case .stanza(let element): handle(.element(element), behind: rest)
        case .closed: fail(.closedByServer)
        }
    }

    /// Gives the event to the login and performs what it wants; `rest` are the bytes that stand behind it.
    func handle(_ event: LoginEvent, behind rest: UnsafeRawBufferPointer) {
        guard let actions = login?.handle(event) else { return }
        if !actions.isEmpty { rearm() }
        for action in actions where login != nil { perform(action, behind: rest) }
    }

    private func perform(_ action: LoginAction, behind rest: UnsafeRawBufferPointer) {
        switch action {
        case .open(let header):
            guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
            else { return fail(.bytesAtRestart) }
            parser = XMLStreamParser()
            var bytes: [UInt8] = []
            XMLWriter.open(header, to: &bytes)
            write(bytes)
        case .send(let element): write(XMLWriter.bytes(of: element))
        case .secure:
            guard rest.isEmpty else { return fail(.gluedBytes) }
            parser = XMLStreamParser()
            secure()
        case .derive(let derivation, let password): derive(derivation, password)
        case .finish(let result): finish(result)
        case .redirect(let host):
            endLogin(.redirected(host))
            closeChannel()
        case .forgetToken:
            endLogin(.tokenRefused)
            writeEnd()
            closeChannel()
        case .fail(let problem): fail(problem)
        }
    }

    private func derive(_ derivation: SCRAMDerivation, _ password: Secret) {
        guard let loop = context?.eventLoop else { return }
        let bound = NIOLoopBound(self, eventLoop: loop)
        plan.work.start {
            let keys: Result<SCRAMKeys, SASLError>
            do throws(SASLError) { keys = .success(try derivation.keys(password: password)) } catch {
                keys = .failure(error)
            }
            loop.execute { bound.value.handle(.derived(keys), behind: UnsafeRawBufferPointer(start: nil, count: 0)) }
        }
    }

    private func finish(_ result: LoginResult) {
        guard let facts = engine?.facts, let loop = context?.eventLoop else { return }
        let bound = NIOLoopBound(self, eventLoop: loop)
        let mailbox = StreamMailbox(bytes: plan.settings.waitingBytes, elements: plan.settings.waitingElements) {
            loop.execute { bound.value.resumeReading() }
        }
        self.mailbox = mailbox
        batch = result.first
        let security = StreamSecurity(
            tlsVersion: facts.versionName, cipher: facts.cipher,
            tls: plan.candidate.tls == .direct ? .direct : .starttls, mechanism: result.mechanism,
            channelBinding: result.channelBinding, address: plan.address)
        endLogin(.ready(NetworkStream(mailbox, bound), result, security))
    }

    private func endLogin(_ end: LoginEnd) {
        login = nil
        stepTimer?.cancel()
        stepTimer = nil
        loginEnd.fill(end)
    }

    /// Each step of the server has its time; white space and other trickling does not buy more.
    func rearm() {
        stepTimer?.cancel()
        guard let context, mailbox == nil else { return }
        stepTimer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(plan.settings.step)) { [weak self] in
            self?.fail(.stalled)
        }
    }

    /// Ends a login with the reason, or a stream.
    func fail(_ problem: StreamProblem) {
        if case .over = stage { return }
        let isSecured = engine?.isSecured ?? false
        if mailbox == nil {
            endLogin(.failed(problem, isOfPlace: !isSecured && problem.isOfPlace))
        } else {
            handOver()
            mailbox?.finish(.broken(problem))
        }
        if isSecured { writeEnd() }
        closeChannel()
    }

    /// Says why, where something is said at all.
    func refuse(_ error: XMLStreamError) {
        if engine?.isSecured ?? false {
            write(
                XMLWriter.bytes(
                    of: Element(
                        "error", .streams,
                        children: [
                            Element(error.condition.rawValue, .streamConditions)
                        ])))
        }
        fail(.refusedXML(error))
    }
}

extension StreamProblem {
    /// Whether another address, port or way to begin with TLS may help: nothing was said yet that counts.
    var isOfPlace: Bool {
        let codes: Set<String> = [
            "connection-closed", "connection-lost", "login-stalled", "tls-failed", "tls-wrong-protocol",
            "proxy-cannot-reach", "xml-not-well-formed", "xml-restricted-xml",
        ]
        return codes.contains(code)
    }
}
