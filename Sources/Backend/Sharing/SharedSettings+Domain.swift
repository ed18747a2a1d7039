import Domain
import XMPPExtensions

/// Between what the devices share and what is stored.
extension SharedSettings {
    init(_ state: ConversationState, _ retention: RetentionPeriod?, now: Timestamp) {
        self.init(
            notification: state.mute.map { ChatNotificationSettings.Choice($0) }, isPinned: state.isPinned,
            retention: retention.map { Retention($0) })
        self = standardised(now: now)
    }

    /// The same in the one form that can be compared: "always", and an end that has passed, say nothing; nothing is
    /// deleted sooner than a user can ask for it.
    func standardised(now: Timestamp) -> SharedSettings {
        var settings = self
        if let choice = notification {
            let isOver = choice.until.map { $0 <= now.microseconds } ?? false
            if choice.level == .always || isOver { settings.notification = nil }
        }
        if case .seconds(let seconds) = retention {
            settings.retention = .seconds(max(seconds, Backend.shortestRetention))
        }
        return settings
    }

    var mute: ConversationState.Mute? {
        guard let choice = notification else { return nil }
        let until = choice.until.map { Timestamp(microseconds: $0) }
        return switch choice.level {
        case .always: nil
        case .onMention: ConversationState.Mute(level: .mentions, until: until)
        case .never: ConversationState.Mute(level: .all, until: until)
        }
    }

    var period: RetentionPeriod? {
        switch retention {
        case nil: nil
        case .forever: .forever
        case .seconds(let seconds): .seconds(seconds)
        }
    }
}

extension ChatNotificationSettings.Choice {
    fileprivate init(_ mute: ConversationState.Mute) {
        switch mute.level {
        case .mentions: self.init(.onMention, until: mute.until?.microseconds)
        case .all: self.init(.never, until: mute.until?.microseconds)
        }
    }
}

extension SharedSettings.Retention {
    fileprivate init(_ period: RetentionPeriod) {
        switch period {
        case .forever: self = .forever
        case .seconds(let seconds): self = .seconds(max(seconds, 1))
        }
    }
}
