import DBusWire
import Testing

@testable import DBusWire

@Suite("Match rules")
struct MatchRuleTests {
    private let signal = Signal(path: "/a/b", interface: "x.Y", member: "Z", [.string("it's")], sender: ":1.1")

    @Test("A rule is written as the bus reads it")
    func text() {
        let rule = MatchRule(sender: "x.Y", pathNamespace: "/a", interface: "x.Y", member: "Z", firstArgument: "it's")
        #expect(
            rule.text == #"type='signal',sender='x.Y',path_namespace='/a',interface='x.Y',member='Z',arg0='it'\''s'"#)
    }

    @Test(
        "Every part of a rule counts",
        arguments: [
            (MatchRule(), true), (MatchRule(path: "/a/b"), true), (MatchRule(path: "/a"), false),
            (MatchRule(pathNamespace: "/a"), true), (MatchRule(pathNamespace: "/c"), false),
            (MatchRule(interface: "x.Y"), true), (MatchRule(interface: "x.Q"), false),
            (MatchRule(member: "Z"), true), (MatchRule(member: "Q"), false),
            (MatchRule(firstArgument: "it's"), true), (MatchRule(firstArgument: "its"), false),
        ])
    func matching(rule: MatchRule, matches: Bool) { #expect(rule.matches(signal) == matches) }
}
