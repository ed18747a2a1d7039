import Backend
import BusAPI
import XMPPAddresses

extension BusError {
    /// The backend's errors have the names of the bus, word for word.
    init(_ error: BackendError) {
        self = BusError.named(error.name).because(error.sentence)
    }
}

/// Runs what the backend does, and gives its errors the bus's form.
func onBus<Result>(_ body: () async throws(BackendError) -> Result) async throws(BusError) -> Result {
    do throws(BackendError) { return try await body() } catch { throw BusError(error) }
}

/// A bare JID from an argument.
func bareJID(_ text: String) throws(BusError) -> BareJID {
    do throws(AddressError) {
        return try BareJID(text)
    } catch {
        throw BusError.invalidAddress.because("\(error)")
    }
}

/// A JID from an argument, bare or full.
func anyJID(_ text: String) throws(BusError) -> JID {
    do throws(AddressError) {
        return try JID(text)
    } catch {
        throw BusError.invalidAddress.because("\(error)")
    }
}
