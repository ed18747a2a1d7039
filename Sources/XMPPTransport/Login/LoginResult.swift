internal import SASLMechanisms
internal import XMLStreams
internal import XMPPSessions

/// What a login has brought about.
struct LoginResult: Sendable, Equatable {
    var binding = LoginOutcome.Binding.resumed(handled: 0)
    var refusedResumption = false
    var handledBeforeFailure: UInt32?
    var features: [Element] = []
    /// The mechanism's name on the wire.
    var mechanism = ""
    var channelBinding: String?
    var pin = LoginPin.none
    var token: FASTToken?
    var keys: SCRAMKeys?
    var uncounted: [Element] = []
    /// Stanzas that belong to the stream but came before the login knew that it was over.
    var first: [Element] = []
    var enabledInline: [Namespace] = []
}
