import Domain
import Store
import XMPPAddresses

let romeo = "romeo@montague.example/orchard"
let balcony = "balcony@rooms.example"

/// An act of Romeo's on an entry with a sender's id.
func act(
    _ kind: Act.Kind, _ id: String = "m1", at time: Int64 = 10, by author: String = romeo,
    _ direction: EntryDirection = .incoming, own: String? = nil, peer: String = "romeo@montague.example",
    _ change: (inout Act) -> Void = { _ in }
) throws -> Change {
    var act = Act(
        kind, on: EntryTarget(account: juliet, peer: try address(peer), names: [.sender(id)]), direction: direction,
        author: author, time: Timestamp(microseconds: time), messageID: own)
    change(&act)
    return .act(act)
}

func correction(
    _ text: String, of id: String = "m1", at time: Int64 = 10, own: String? = nil, by author: String = romeo
) throws -> Change {
    try act(
        .correct(texts: LanguageMap(text), subjects: LanguageMap(), details: nil), id, at: time, by: author, own: own)
}

func inRoom(_ id: String) -> (inout Act) -> Void {
    { $0.target.names = [.archive(StanzaReference(id: id, by: balcony))] }
}
