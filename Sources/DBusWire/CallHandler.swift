/// Who answers the calls that come in on a connection.
///
/// Both functions run on the bus thread and must neither wait nor take long.
public protocol CallHandler: Sendable {
    func answer(_ call: IncomingCall) -> CallAnswer

    /// A caller that was admitted has left the bus.
    func callerLeft(_ caller: BusName)
}
