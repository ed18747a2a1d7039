public import DBusWire

/// One thing that a follower of a signal learns.
public enum BusUpdate<Event: BusSignal>: Sendable {
    case event(Event, path: ObjectPath)
    /// Signals were lost, or another daemon has taken over: read the state again.
    case resync
}

/// The signals of one kind, as they come; ends with the connection.
public struct BusUpdates<Event: BusSignal>: AsyncSequence, Sendable {
    public typealias Element = BusUpdate<Event>
    public typealias Failure = Never

    private let stream: AsyncStream<Delivery>

    public init(_ stream: AsyncStream<Delivery>) { self.stream = stream }

    public struct Iterator: AsyncIteratorProtocol {
        var source: AsyncStream<Delivery>.Iterator

        public mutating func next() async -> BusUpdate<Event>? { await next(isolation: nil) }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> BusUpdate<Event>? {
            while let delivery = await source.next(isolation: actor) {
                switch delivery {
                case .resync: return .resync
                case .signal(let signal):
                    // A signal of other types is of a later version than ours: nothing that we know.
                    if let event = Event(arguments: signal.arguments) { return .event(event, path: signal.path) }
                }
            }
            return nil
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(source: stream.makeAsyncIterator()) }
}
