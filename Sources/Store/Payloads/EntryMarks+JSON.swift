import Domain
import JSONText

extension EntryMarks {
    /// Writes the members, for an object that has begun.
    func write(to json: inout JSONWriter) {
        if let correctedAt { json.member("corrected", correctedAt.microseconds) }
        if let pinnedAt { json.member("pinned", pinnedAt.microseconds) }
        if let retraction {
            json.key("retracted")
            json.object {
                $0.member("time", retraction.time.microseconds)
                $0.member("by", retraction.by)
                $0.member("reason", ifPresent: retraction.reason)
            }
        }
        writePending(to: &json)
        guard !reactions.isEmpty else { return }
        json.key("reactions")
        json.array { array in
            for reaction in reactions {
                array.object { object in
                    object.member("sender", reaction.sender)
                    object.member("time", reaction.time.microseconds)
                    object.key("emojis")
                    object.array { list in
                        for emoji in reaction.emojis { list.string(emoji) }
                    }
                }
            }
        }
    }

    private func writePending(to json: inout JSONWriter) {
        guard !pending.isEmpty else { return }
        json.key("acts")
        json.array { array in
            for act in pending {
                array.object {
                    $0.member("id", act.id.description)
                    $0.member("act", act.act)
                    $0.member(act.state)
                }
            }
        }
    }
}
