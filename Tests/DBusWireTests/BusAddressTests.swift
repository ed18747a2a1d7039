import Testing

@testable import DBusWire

@Suite("Bus addresses")
struct BusAddressTests {
    @Test(
        "The environment names the session bus",
        arguments: [
            (["DBUS_SESSION_BUS_ADDRESS": "unix:path=/a", "XDG_RUNTIME_DIR": "/run/user/1"], "unix:path=/a"),
            (["XDG_RUNTIME_DIR": "/run/user/1"], "unix:path=/run/user/1/bus"),
            (["XDG_RUNTIME_DIR": "/run/a b"], "unix:path=/run/a%20b/bus"),
            (["DBUS_SESSION_BUS_ADDRESS": "", "XDG_RUNTIME_DIR": "/r"], "unix:path=/r/bus"),
            (["XDG_RUNTIME_DIR": "relative"], nil),
            ([:], nil),
        ])
    func session(environment: [String: String], address: String?) {
        #expect(BusAddress.session.text { environment[$0] } == address)
    }

    @Test(
        "No bus is an error, not a crash",
        arguments: ["unix:path=/nonexistent/socket", "nonsense", "unix:path=\u{0}", ""])
    func noBus(address: String) async {
        await #expect {
            _ = try await BusConnection.open(.address(address))
        } throws: { error in
            if case .noBus? = error as? WireError { return true }
            return false
        }
    }
}
