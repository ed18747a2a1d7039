import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses
import XMPPSessions

extension Account1.Properties {
    init(_ snapshot: AccountSnapshot) {
        self.init(
            id: snapshot.account.id.description, jid: snapshot.account.jid.description,
            enabled: snapshot.account.isEnabled, state: snapshot.state.rawValue, problem: Fields(snapshot.problem),
            nextTry: snapshot.nextTry?.microseconds ?? 0, boundJID: snapshot.bound?.description ?? "",
            security: Fields(snapshot.security, isResumed: snapshot.isResumed),
            settings: Fields(snapshot),
            presence: Fields(snapshot.presence), retention: snapshot.retention.map { Int64($0.number) } ?? -1,
            archive: Fields(snapshot.archive), queued: UInt32(clamping: snapshot.queued))
    }
}

extension Fields {
    fileprivate init(_ problem: Problem?) {
        self = [:]
        guard let problem else { return }
        set("code", problem.code)
        set("sentence", problem.sentence)
        set("action", problem.action)
        set("section", problem.section)
        set("detail", problem.detail)
    }

    fileprivate init(_ archive: ArchiveStatus) {
        self.init(archive.problem)
        set("state", archive.name)
        if case .catchingUp(let count) = archive { set("fetched", UInt64(clamping: count)) }
    }

    fileprivate init(_ security: StreamSecurity?, isResumed: Bool) {
        self = [:]
        guard let security else { return }
        set("tls-version", security.tlsVersion)
        set("cipher", security.cipher)
        set("tls", security.tls.rawValue)
        set("mechanism", security.mechanism)
        set("channel-binding", security.channelBinding)
        set("address", security.address)
        set("resumed", isResumed)
    }

    fileprivate init(_ snapshot: AccountSnapshot) {
        self = [:]
        let account = snapshot.account
        let endpoint = account.endpoint
        set("host", endpoint.host)
        set("port", endpoint.port)
        if endpoint.tls != .automatic { set("tls", endpoint.tls.rawValue) }
        set("authority-file", endpoint.authorityFile)
        if let proxy = endpoint.proxy {
            // User and password of a proxy are a secret: only the place is told.
            let place = proxy.split(separator: "@").last.map(String.init) ?? ""
            set("proxy", place.hasPrefix("socks5://") ? place : "socks5://" + place)
        }
        set("resource", account.resource)
        set("nick", account.nickname)
        switch account.login {
        case .password, .command: break
        case .anonymous: set("mechanism", "anonymous")
        case .external(let file):
            set("mechanism", "external")
            set("certificate", file)
        }
        set("password-source", snapshot.passwordSource)
        if !snapshot.manners.sendsReceipts { set("receipts", false) }
        if !snapshot.manners.sendsMarkers { set("markers", false) }
        if !snapshot.manners.sendsChatStates { set("chat-states", false) }
        if !snapshot.manners.takesAttention { set("attention", false) }
    }

    fileprivate init(_ presence: OwnPresence) {
        self = ["show": .string(presence.show.rawValue)]
        set("statuses", OrderedEntries(presence.statuses))
        set("priority", Int16(presence.priority))
    }
}
