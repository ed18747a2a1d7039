public import JSONText

/// A schema (JSON Schema, draft 2020-12) of the keywords that ours use; any other is a problem of its own.
public struct JSONSchema: Sendable {
    /// Only annotations.
    private static let silent: Set = ["$schema", "$id", "$defs", "title", "description"]

    public let root: JSON

    public init(_ root: JSON) { self.root = root }

    /// In what a value is not as the schema says, each with its place; empty: valid.
    public func problems(_ value: JSON) -> [String] { problems(value, root, "") }

    private func problems(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
        guard let keywords = schema.members else { return ["\(place): the schema is no object"] }
        return keywords.flatMap { check(value, $0.name, $0.value, schema, place) }
    }

    private func check(_ value: JSON, _ name: String, _ rule: JSON, _ schema: JSON, _ place: String) -> [String] {
        func expect(_ isRight: Bool, _ words: String) -> [String] { isRight ? [] : ["\(place): \(words)"] }
        switch name {
        case "type": return expect(Self.isOf(rule.string, value), "is no \(rule.string ?? "?")")
        case "const": return expect(value == rule, "is not \(rule.text)")
        case "enum": return expect(rule.array?.contains(value) == true, "is not one of \(rule.text)")
        case "minimum": return expect(value.integer.map { $0 >= rule.integer ?? .min } ?? true, "is too small")
        case "maximum": return expect(value.integer.map { $0 <= rule.integer ?? .max } ?? true, "is too large")
        case "minLength":
            let count = value.string.map { Int64($0.unicodeScalars.count) }
            return expect(count.map { $0 >= rule.integer ?? 0 } ?? true, "is too short")
        case "minItems":
            return expect(value.array.map { Int64($0.count) >= rule.integer ?? 0 } ?? true, "has too few items")
        case "required":
            guard value.members != nil else { return [] }
            return (rule.array ?? []).compactMap(\.string).flatMap { expect(value[$0] != nil, "has no “\($0)”") }
        case "properties", "additionalProperties", "items", "$ref", "allOf", "anyOf", "if", "then":
            return descend(value, name, rule, schema, place)
        default: return expect(Self.silent.contains(name), "the schema uses “\(name)”, which is not understood")
        }
    }

    private func descend(_ value: JSON, _ name: String, _ rule: JSON, _ schema: JSON, _ place: String) -> [String] {
        switch name {
        case "properties":
            return (value.members ?? []).flatMap { member in
                rule[member.name].map { problems(member.value, $0, "\(place)/\(member.name)") } ?? []
            }
        case "additionalProperties":
            return (value.members ?? []).filter { schema["properties"]?[$0.name] == nil }
                .flatMap { problems($0.value, rule, "\(place)/\($0.name)") }
        case "items":
            return (value.array ?? []).enumerated().flatMap { problems($1, rule, "\(place)/\($0)") }
        case "$ref": return target(rule.string ?? "").map { problems(value, $0, place) } ?? ["\(place): \(rule.text)?"]
        case "allOf": return (rule.array ?? []).flatMap { problems(value, $0, place) }
        case "anyOf":
            let all = (rule.array ?? []).map { problems(value, $0, place) }
            return all.contains { $0.isEmpty } ? [] : all.flatMap { $0 }
        case "if":
            guard let then = schema["then"], problems(value, rule, place).isEmpty else { return [] }
            return problems(value, then, place)
        default: return []
        }
    }

    /// What a reference within this file means: `#/$defs/entry`.
    private func target(_ reference: String) -> JSON? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(JSON?.some(root)) { $0?[String($1)] }
    }

    private static func isOf(_ type: String?, _ value: JSON) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("integer", .integer), ("boolean", .bool),
            ("null", .null), ("number", .integer), ("number", .decimal):
            true
        default: false
        }
    }
}
