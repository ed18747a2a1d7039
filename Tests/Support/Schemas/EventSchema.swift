import Foundation
public import JSONText

/// `docs/events.schema.json`.
public enum EventSchema {
    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    public static let schema = JSONSchema((try? JSONParser.parse(file("docs/events.schema.json"))) ?? .null)

    /// A file of the repository; empty where there is none.
    public static func file(_ path: String) -> String {
        (try? String(contentsOf: top.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// The kinds it describes, and applies.
    public static var kinds: Set<String> {
        let applied = Set((schema.root["allOf"]?.array ?? []).compactMap { $0["$ref"]?.string })
        let described = (schema.root["$defs"]?["kinds"]?.members ?? []).map(\.name)
        return Set(described.filter { applied.contains("#/$defs/kinds/\($0)") })
    }

    /// In what an event, as `saluton events --json` prints it, is not as the schema says; a kind that it does not
    /// describe is a problem here.
    public static func problems(_ event: JSON) -> [String] {
        let kind = event["kind"]?.string ?? ""
        let unknown = kinds.contains(kind) ? [] : ["the kind “\(kind)” has no schema"]
        return unknown + schema.problems(event).map { "\(kind)\($0)" }
    }
}
