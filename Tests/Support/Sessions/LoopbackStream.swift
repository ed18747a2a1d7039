public import XMLStreams
public import XMPPSessions

/// One end of a stream in memory; what is written at one end is bytes on the way and elements again at the other.
public actor LoopbackStream: XMPPStream {
    private let parser = XMLStreamParser()
    private var other: LoopbackStream?
    private var inbox: [Element] = []
    private var isOver = false
    private var problem: StreamProblem?
    private var reader: CheckedContinuation<Void, Never>?

    /// Two ends that are connected.
    public static func pair() async -> (client: LoopbackStream, server: LoopbackStream) {
        let client = LoopbackStream()
        let server = LoopbackStream()
        await client.connect(server)
        await server.connect(client)
        return (client, server)
    }

    private init() {}

    private func connect(_ other: LoopbackStream) {
        self.other = other
        var bytes: [UInt8] = []
        XMLWriter.open(StreamHeader(to: nil, from: nil), to: &bytes)
        take(bytes)
    }

    private func take(_ bytes: [UInt8]) {
        do {
            for case .stanza(let element) in try parser.feed(bytes) { inbox.append(element) }
        } catch {
            problem = StreamProblem(code: "not-well-formed", sentence: "The other end wrote no XML.")
        }
        wake()
    }

    private func end(_ problem: StreamProblem?) {
        isOver = true
        self.problem = self.problem ?? problem
        wake()
    }

    private func wake() {
        reader?.resume()
        reader = nil
    }

    public func receive() async throws(StreamProblem) -> [Element]? {
        while inbox.isEmpty, !isOver, problem == nil { await withCheckedContinuation { reader = $0 } }
        if !inbox.isEmpty {
            defer { inbox = [] }
            return inbox
        }
        if let problem { throw problem }
        return nil
    }

    public func send(_ elements: [Element]) async throws(StreamProblem) {
        if isOver { throw ScriptedStream.broken }
        var bytes: [UInt8] = []
        for element in elements { XMLWriter.write(element, to: &bytes) }
        await other?.take(bytes)
    }

    public func close(patience: Duration) async {
        end(nil)
        await other?.end(nil)
    }

    public func abandon() async {
        end(ScriptedStream.broken)
        await other?.end(ScriptedStream.broken)
    }
}
