import BusAPI
import DBusWire
import TestSupport

extension DaemonUnderTest {
    /// Settings of an account on a scripted server.
    func settings(_ port: UInt16, _ authority: TestAuthority? = nil, password: String, tls: String = "starttls")
        -> Fields
    {
        var settings: Fields = [
            "host": .string("127.0.0.1"), "port": .uint16(port), "tls": .string(tls), "password": .string(password),
        ]
        settings.set("authority-file", authority?.file)
        return settings
    }
}
