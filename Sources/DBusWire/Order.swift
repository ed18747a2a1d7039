/// What other threads ask of the bus thread.
enum Order: Sendable {
    case send(Message)
    case call(Message, PendingCall, timeout: Duration)
    /// A deferred call is finished; nil when no reply is wanted.
    case answer(Message?, caller: BusName)
    /// The pending call is told when the bus has taken the rule.
    case subscribe(Subscriber, PendingCall)
    case unsubscribe(Subscriber)
    case serve(any CallHandler, CallerPolicy)
    case close
}
