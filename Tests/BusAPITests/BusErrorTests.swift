import BusAPI
import DBusWire
import Testing

@Suite("Errors of the API")
struct BusErrorTests {
    @Test("An error has a short name, and is equal to its like whatever the message")
    func names() {
        #expect(BusError.invalidArguments.name == "InvalidArguments")
        #expect(BusError.invalidArguments.busName == "org.saluton.Error.InvalidArguments")
        #expect(BusError.invalidArguments.because("x") == .invalidArguments)
        #expect(BusError.named("InvalidArguments") == .invalidArguments)
        #expect(BusError.named("OfLaterVersion").name == "OfLaterVersion")
        #expect(BusError.named("not a name").busName == .failed)
        #expect(BusError.disconnected.name == "org.freedesktop.DBus.Error.Disconnected")
    }

    @Test("A message with U+0000 still travels")
    func nullCharacter() {
        #expect(BusError.invalidArguments.because("a\u{0}b").reply.message == "a\u{FFFD}b")
        #expect(BusError.invalidArguments.because("ab").reply.message == "ab")
    }

    @Test(
        "Failures on the wire become errors of the API",
        arguments: [
            (.disconnected, "org.freedesktop.DBus.Error.Disconnected"),
            (.timedOut, "org.freedesktop.DBus.Error.NoReply"),
            (.cancelled, "org.freedesktop.DBus.Error.NoReply"),
            (.noBus("x"), "org.freedesktop.DBus.Error.Disconnected"),
            (.tooLarge, "org.freedesktop.DBus.Error.LimitsExceeded"),
            (.congested, "org.freedesktop.DBus.Error.LimitsExceeded"),
            (.invalid("x"), "org.freedesktop.DBus.Error.InvalidArgs"),
            (.outOfMemory, "org.freedesktop.DBus.Error.Failed"),
            (.remote(ErrorReply("org.saluton.Error.NoSuchAccount", "x")), "NoSuchAccount"),
        ] as [(WireError, String)])
    func wire(error: WireError, name: String) { #expect(BusError(error).name == name) }
}
