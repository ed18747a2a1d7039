import XMLStreams
import XMPPExtensions

/// What a message carries beside its texts, read in one pass; of each kind the first that can be read counts.
struct MessagePayloads {
    /// What makes a message something else than a message: it acts upon another one.
    enum Deed {
        case correct(Correction)
        case retract(Retraction)
        case react(Reactions)
    }

    var deed: Deed?
    /// The id of a message that arrived at the sender's device.
    var received: String?
    /// The id up to which the sender has read.
    var displayed: String?
    /// Whether the sender wants to hear that it arrived, and that it was seen.
    var wantsReceipt = false
    var isMarkable = false
    var chatState: ChatState?
    var reply: Reply?
    var fallbacks: [Fallback] = []
    var isAttention = false
    var hints: Hints = []
    var occupantID: String?
    /// Whether it was kept somewhere before it came (XEP-0203).
    var isDelayed = false
    /// Whether it says what an archive says of a message that is gone.
    var isTombstone = false
    /// Whether it wants to act upon other messages in two ways at once; nobody can know then what is meant.
    var isAmbiguous = false
    /// Whether something that acts upon another message cannot be read.
    var isMalformed = false
    /// What belongs to its texts.
    private(set) var text = TextPayloads()
    private var hasChatState = false

    init(_ payloads: [Element]) {
        for payload in payloads { read(payload) }
        if isAmbiguous { deed = nil }
    }

    private mutating func read(_ payload: Element) {
        switch payload.name.namespace {
        case .receipts?: read(Receipt(payload))
        case .markers?: read(Marker(payload))
        case .chatStates?: read(ChatState(payload))
        case .hints?: hints.formUnion(Hints(payload))
        case .delay?: isDelayed = true
        case .replies?: reply = reply ?? Reply(payload)
        case .fallbacks?: read(Fallback(payload))
        case .corrections? where payload.name.local == "replace": take(Correction(payload).map(Deed.correct))
        case .retractions? where payload.name.local == "retract": take(Retraction(payload).map(Deed.retract))
        case .retractions?: isTombstone = isTombstone || Tombstone(payload) != nil
        case .reactions? where payload.name.local == "reactions": take(Reactions(payload).map(Deed.react))
        case .attention?: isAttention = isAttention || Attention.isMeant(by: payload)
        case .occupantIDs?: occupantID = occupantID ?? OccupantID.id(payload)
        default: text.read(payload)
        }
    }

    /// A message is one thing: two reactions, or a correction that retracts, are nothing (XEP-0444 §4).
    private mutating func take(_ new: Deed?) {
        guard let new else {
            isMalformed = true
            return
        }
        if deed != nil { isAmbiguous = true }
        deed = new
    }

    private mutating func read(_ receipt: Receipt?) {
        switch receipt {
        case .request?: wantsReceipt = true
        case .received(let id)?: received = received ?? id
        case nil: break
        }
    }

    private mutating func read(_ marker: Marker?) {
        switch marker {
        case .markable?: isMarkable = true
        case .displayed(let id)?, .acknowledged(let id)?: displayed = displayed ?? id
        case .received(let id)?: received = received ?? id
        case nil: break
        }
    }

    /// More than one state says nothing (XEP-0085 §5.6); `chatState` stays empty then.
    private mutating func read(_ state: ChatState?) {
        guard let state else { return }
        if hasChatState { chatState = nil } else { chatState = state }
        hasChatState = true
    }

    private mutating func read(_ fallback: Fallback?) {
        guard let fallback, fallbacks.count < Fallback.limit else { return }
        fallbacks.append(fallback)
    }
}
