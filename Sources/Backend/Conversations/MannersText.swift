import Domain
import JSONText

/// An account's manners as the text of a setting.
enum MannersText {
    static func setting(_ account: AccountID) -> String { "manners.\(account)" }

    static func text(_ manners: Manners) -> String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("receipts", manners.sendsReceipts)
            object.member("markers", manners.sendsMarkers)
            object.member("chat-states", manners.sendsChatStates)
            object.member("attention", manners.takesAttention)
        }
        return writer.text
    }

    /// What is not there is as it is at first; `nil` for what is no such text.
    static func manners(_ text: String) -> Manners? {
        guard let json = try? JSONParser.parse(text), json.members != nil else { return nil }
        var manners = Manners()
        manners.sendsReceipts = json["receipts"]?.bool ?? true
        manners.sendsMarkers = json["markers"]?.bool ?? true
        manners.sendsChatStates = json["chat-states"]?.bool ?? true
        manners.takesAttention = json["attention"]?.bool ?? true
        return manners
    }
}
