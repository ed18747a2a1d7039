/// Why an element does not have the form its codec demands; names are those of the specification.
public enum CodecError: Error, Hashable, Sendable {
    /// Another element than the one expected.
    case wrongElement(expected: String)
    case missingAttribute(String)
    case malformedAttribute(String)
    case missingChild(String)
    case malformedText(of: String)
    /// The parts are right, but not together.
    case invalid(String)
}
