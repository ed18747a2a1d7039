internal import Digests
internal import XMLStreams

/// Bytes of a mechanism as the text of an element (RFC 6120 §6.4, XEP-0388 §2.2).
enum SASLText {
    /// The bytes; `nil` for anything but base64.  White space around it is let through, as examples have it.
    static func decode(_ element: Element) -> [UInt8]? {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
        let text = element.text.utf8
        var content = Array(text.drop(while: isBlank))
        while let last = content.last, isBlank(last) { content.removeLast() }
        guard content != [UInt8(ascii: "=")] else { return [] }
        return Base64.decode(content[...])
    }
}
