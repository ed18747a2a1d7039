import Store

extension Backend {
    /// What the user wants to be told of.
    public var notificationSettings: NotificationSettings {
        get async { NotificationSettings((try? await surroundings.store.settings()) ?? [:]) }
    }

    /// Keeps what the user wants to be told of, from now on.
    public func set(_ settings: NotificationSettings) async throws(BackendError) {
        do throws(StoreError) {
            try await surroundings.store.commit(
                Batch([
                    .setSetting(NotificationSettings.levelName, settings.level.rawValue),
                    .setSetting(NotificationSettings.textName, settings.showsText ? "shown" : "hidden"),
                ]))
        } catch {
            throw BackendError(error)
        }
    }
}
