/// What is wrong with the input: the file, the place, and what to do.
struct BindingsError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
