/// Rows under headings, columns as wide as their widest cell.
struct Table {
    /// One text of a table.
    struct Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        var text: String
        var tint: Tint?

        init(_ text: String, _ tint: Tint? = nil) {
            self.text = text.printable
            self.tint = tint
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    var headings: [String]
    var rows: [[Cell]] = []
    /// Columns that hold numbers: their cells stand at the right.
    var numbers: Set<Int> = []

    /// Columns that are cut last: part of an id or a time says nothing.
    var whole: Set<Int> = []

    /// Columns that are left out, the first of them first, where the others would get too narrow to be read.
    var droppable: [Int] = []

    /// Columns are left out before others get narrower than this.
    private static let comfortable = 14

    /// No column is made narrower than this to fit a terminal.
    private static let narrowest = 8

    init(_ headings: String..., numbers: Set<Int> = [], whole: Set<Int> = [], droppable: [Int] = []) {
        self.headings = headings
        self.numbers = numbers
        self.whole = whole
        self.droppable = droppable
    }

    mutating func add(_ cells: Cell...) { rows.append(cells) }

    /// The table as text, without a line break at its end, each line after `indent` blanks.
    ///
    /// With a `width` in columns the widest cells are cut to fit; nil cuts nothing.
    func text(width: Int? = Terminal.current.width, indent: Int = 0) -> String {
        let all = [headings.map { Cell($0.uppercased(), .faint) }] + rows
        var widths = headings.indices.map { column in all.map { $0[column].text.columns }.max() ?? 0 }
        var columns = Array(headings.indices)
        if let width { fit(&columns, &widths, in: width - indent) }
        return all.map { row in
            var line = String(repeating: " ", count: indent)
            for column in columns {
                let text = row[column].text.cut(to: widths[column])
                let gap = String(repeating: " ", count: widths[column] - text.columns)
                let shown = text.shown(in: row[column].tint)
                line += numbers.contains(column) ? gap + shown : shown
                if column != columns.last { line += (numbers.contains(column) ? "" : gap) + "  " }
            }
            return line
        }.joined(separator: "\n")
    }

    private func fit(_ columns: inout [Int], _ widths: inout [Int], in width: Int) {
        func isRigid(_ column: Int) -> Bool { whole.contains(column) || numbers.contains(column) }
        func excess(_ width: Int, _ columns: [Int], most: Int) -> Int {
            let needed = columns.map { isRigid($0) ? widths[$0] : min(widths[$0], most) }
            return needed.reduce(0, +) + 2 * (columns.count - 1) - width
        }
        for column in droppable where excess(width, columns, most: Self.comfortable) > 0 {
            columns.removeAll { $0 == column }
        }
        var left = excess(width, columns, most: .max)
        Self.narrow(&widths, columns.filter { !isRigid($0) }, by: &left)
        Self.narrow(&widths, columns, by: &left)
    }

    /// Takes from the widest of some columns until nothing is left over or none can give more.
    private static func narrow(_ widths: inout [Int], _ columns: [Int], by left: inout Int) {
        while left > 0, let widest = columns.max(by: { (widths[$0], $1) < (widths[$1], $0) }),
            widths[widest] > narrowest
        {
            let next = columns.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? narrowest
            let step = min(left, max(1, widths[widest] - max(next, narrowest)))
            widths[widest] -= step
            left -= step
        }
    }
}
