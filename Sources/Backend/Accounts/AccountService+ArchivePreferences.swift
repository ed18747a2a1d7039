public import XMPPExtensions
import XMPPSessions

extension AccountService {
    /// What the server keeps of this account's messages (XEP-0441).
    public func archivePreferences() async throws(BackendError) -> ArchivePreferences {
        let session = try onlineSession()
        return try await asking { () async throws(RequestFailure) in
            try await session.archivePreferences(timeout: .seconds(30))
        }
    }

    /// Tells the server what to keep; gives what it really does, which may differ.
    public func setArchivePreferences(
        _ preferences: ArchivePreferences
    ) async throws(BackendError) -> ArchivePreferences {
        let session = try onlineSession()
        return try await asking { () async throws(RequestFailure) in
            try await session.setArchivePreferences(preferences, timeout: .seconds(30))
        }
    }
}
