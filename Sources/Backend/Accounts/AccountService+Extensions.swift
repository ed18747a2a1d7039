import Domain
import XMPPExtensions
import XMPPSessions

extension AccountService {
    var extensionSettings: ExtensionSettings {
        let now = surroundings.now
        return ExtensionSettings(
            account: jid, stamp: authorityStamp, archive: archiveBook, name: surroundings.software.name,
            version: surroundings.software.version,
            now: { now().microseconds }, idle: { [lastAct] in lastAct.seconds(now()) },
            takesAttention: manners.takesAttention)
    }

    var authorityStamp: AuthorityStamp {
        AuthorityStamp(account: jid, standing: { [book] in book.standing($0) }, isJoinedRoom: { _ in false })
    }
}
