import FrontendKit

/// Rows in columns that are as wide as their widest cell, in cells of the terminal.
struct TextTable {
    private let columns: [String]
    private var rows: [[String]] = []

    /// - Parameter columns: the headings.
    init(_ columns: String...) { self.init(columns) }

    init(_ columns: [String]) { self.columns = columns }

    /// - Parameter row: safe for a terminal; as many cells as there are columns.
    mutating func append(_ row: [String]) {
        precondition(row.count == columns.count)
        rows.append(row)
    }

    /// The headings and the rows; nothing behind the last cell of a line.
    var lines: [String] {
        let all = [columns] + rows
        let widths = columns.indices.map { column in all.reduce(0) { max($0, $1[column].displayWidth) } }
        return all.map { row in
            let last = row.lastIndex { !$0.isEmpty } ?? 0
            return row.indices.prefix(last + 1)
                .map { $0 == last ? row[$0] : row[$0].padded(to: widths[$0]) }
                .joined(separator: "  ")
        }
    }
}

/// Names and values beneath each other.
struct FactSheet {
    private var facts: [(name: String, values: [String])] = []

    /// Leaves the fact out where there is no value.
    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append((name, [value])) }
    }

    mutating func add(_ name: String, _ values: [String]) {
        if !values.isEmpty { facts.append((name, values)) }
    }

    var lines: [String] {
        let width = facts.reduce(0) { max($0, $1.name.displayWidth) }
        return facts.flatMap { fact in
            fact.values.enumerated().map { index, value in
                (index == 0 ? fact.name + ":" : "").padded(to: width + 1) + " " + value
            }
        }
    }
}
