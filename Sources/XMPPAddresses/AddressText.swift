/// A text with the places where its parts begin; makes addresses of it.
struct AddressText {
    private let text: String
    let scan: AddressScan

    init(_ text: String) {
        var text = text
        scan = text.withUTF8 { AddressScan($0) }
        self.text = text
    }

    /// The address before the "/".
    func bare() throws(AddressError) -> BareJID {
        let bareText = scan.hasResource ? text.utf8Slice(0..<scan.bareLength) : text
        guard !scan.isPrepared else { return BareJID(prepared: bareText, localLength: scan.localLength ?? 0) }
        guard let localLength = scan.localLength else { return try BareJID(local: nil, domain: bareText) }
        return try BareJID(
            local: text.utf8Slice(0..<localLength),
            domain: text.utf8Slice((localLength + 1)..<scan.bareLength)
        )
    }

    /// The address with what stands behind the "/", which must be there.
    func full() throws(AddressError) -> FullJID {
        guard scan.hasResource else { throw AddressError(.resource, .empty) }
        let resource = text.utf8Slice((scan.bareLength + 1)..<scan.length)
        guard !scan.isPrepared else { return FullJID(bare: try bare(), prepared: resource) }
        return try FullJID(bare: try bare(), resource: resource)
    }
}

extension String {
    /// A copy of these bytes; the range must lie on scalar boundaries, as one between ASCII separators does.
    func utf8Slice(_ range: Range<Int>) -> String {
        var text = self
        return text.withUTF8 { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }
}
