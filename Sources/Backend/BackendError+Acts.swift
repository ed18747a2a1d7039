import Domain

extension BackendError {
    init(_ refusal: ActRefusal) {
        self = .notAllowed("\(Self.sentence(refusal)) (\(refusal.code), \(refusal.section))")
    }

    private static func sentence(_ refusal: ActRefusal) -> String {
        switch refusal {
        case .kind: "An entry of this kind is not changed or reacted to."
        case .correctionByAnother: "Only who wrote a message corrects it."
        case .retractionByAnother: "Only who wrote a message retracts it."
        case .inTheClear: "The message was encrypted, and is not changed in the clear."
        case .retracted: "The message was retracted."
        case .tooMany: "These are too many reactions."
        case .notArrived: "The message did not arrive: retry it, or send it anew."
        case .nameless: "The others have no name for this entry: it came without an id."
        case .tooOften: "The message was corrected too often: send a new one."
        case .notText: "A file is not corrected: retract it, and send another one."
        default: "This may not be done to this entry."
        }
    }
}
