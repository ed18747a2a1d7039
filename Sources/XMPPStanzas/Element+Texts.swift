import XMLStreams

extension LanguageMap {
    /// Adds the text of an element, in its own language or else the one around it (XML 1.0 §2.12).
    mutating func add(_ element: Element, around lang: String?) {
        add(element.text, language: element[Name("lang", .xml)] ?? lang ?? "")
    }
}

extension Element {
    /// Appends one child for each text, saying its language only where it is not the one around.
    mutating func append(_ texts: LanguageMap, _ local: String, _ namespace: Namespace, around lang: String?) {
        for item in texts.items {
            var child = Element(local, namespace, text: item.text)
            if item.language != lang ?? "" { child.attributes.append(Attribute(Name("lang", .xml), item.language)) }
            children.append(.element(child))
        }
    }
}
