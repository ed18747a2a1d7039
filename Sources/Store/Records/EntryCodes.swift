import Domain

/// The numbers that stand for closed sets in the rows of `entry`.  Never changed, only added to.
enum EntryCodes {
    static func code(_ direction: EntryDirection) -> Int64 {
        direction == .incoming ? 0 : 1
    }

    static func direction(_ code: Int64) -> EntryDirection {
        code == 0 ? .incoming : .outgoing
    }

    static func code(_ kind: EntryKind) -> Int64 {
        switch kind {
        case .chat: 0
        case .groupchat: 1
        case .normal: 2
        case .headline: 3
        case .error: 4
        case .undecryptable: 5
        case .file: 6
        case .call: 7
        case .system: 8
        }
    }

    static func kind(_ code: Int64) -> EntryKind {
        switch code {
        case 0: .chat
        case 1: .groupchat
        case 2: .normal
        case 3: .headline
        case 4: .error
        case 5: .undecryptable
        case 6: .file
        case 7: .call
        default: .system
        }
    }

    static func code(_ state: EntryState) -> Int64 {
        switch state {
        case .queued: 0
        case .held: 1
        case .sent: 2
        case .onServer: 3
        case .delivered: 4
        case .displayed: 5
        case .failed: 6
        }
    }

    static func state(_ code: Int64?, reasonCode: String?, sentence: String?) -> EntryState? {
        let reason = Reason(code: reasonCode ?? "", sentence: sentence ?? "")
        return switch code {
        case 0: .queued
        case 1: .held(reason)
        case 2: .sent
        case 3: .onServer
        case 4: .delivered
        case 5: .displayed
        case 6: .failed(reason)
        default: nil
        }
    }
}
