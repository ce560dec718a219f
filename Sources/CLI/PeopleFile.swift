import Domain
import Wire
import YAML

/// A file of people and teams, YAML or CSV.
enum PeopleFile {
    static let most = 20 * 1024 * 1024

    /// - Throws: `CommandFailure` naming the line and what to write instead.
    static func read(_ bytes: [UInt8], isCSV: Bool) throws -> PeopleRequest {
        guard bytes.count <= most else { throw CommandFailure("the file is longer than 20 MiB: split it") }
        return isCSV ? PeopleRequest(people: try csv(bytes), teams: []) : try yaml(bytes)
    }

    private static func yaml(_ bytes: [UInt8]) throws -> PeopleRequest {
        let documents: [YAMLNode]
        do throws(YAMLFailure) {
            documents = try YAMLReader.documents(bytes)
        } catch {
            throw CommandFailure("\(error)")
        }
        guard let root = documents.first, documents.count == 1, root.asMap != nil else {
            throw CommandFailure("the file holds no one map with `people` and `teams`")
        }
        for pair in root.asMap ?? [] where pair.key != "people" && pair.key != "teams" {
            throw CommandFailure("line \(pair.value.line): `\(pair.key)` is neither `people` nor `teams`")
        }
        let people = try root.elements(of: "people").map { node in
            try person(node.line) { name in
                guard name != "roles" else { return node[name].map { $0.asTexts.joined(separator: " ") } }
                return node[name]?.asText
            } keys: {
                (node.asMap ?? []).map(\.key)
            }
        }
        let teams = try root.elements(of: "teams").map { node in
            guard let name = node["name"]?.asText else { throw CommandFailure("line \(node.line): a team has no name") }
            return TeamRequest(
                name: name,
                members: node["members"]?.asTexts,
                teams: node["teams"]?.asTexts,
                externalID: node["externalID"]?.asText,
            )
        }
        return PeopleRequest(people: people, teams: teams)
    }

    private static func csv(_ bytes: [UInt8]) throws -> [UserRequest] {
        let rows = try CSVRows.read(String(decoding: bytes, as: UTF8.self))
        guard let heading = rows.first else { throw CommandFailure("the file is empty") }
        let names = heading.cells.map { $0.trimmed }
        return try rows.dropFirst().map { row in
            guard row.cells.count == names.count else {
                throw CommandFailure("line \(row.line): \(row.cells.count) cells under \(names.count) headings")
            }
            let values = Dictionary(zip(names, row.cells.map(\.trimmed))) { first, _ in first }
            return try person(row.line) { name in
                values[name].flatMap { $0.isEmpty ? nil : $0 }
            } keys: {
                names
            }
        }
    }

    private static let known: Set = [
        "email", "name", "team", "status", "roles", "sharedMailbox", "person", "externalID",
    ]

    private static func person(
        _ line: Int,
        _ value: (String) throws -> String?,
        keys: () -> [String],
    ) throws -> UserRequest {
        if let other = keys().first(where: { !known.contains($0) }) {
            throw CommandFailure("line \(line): `\(other)` is none of \(known.sorted().joined(separator: ", "))")
        }
        guard let email = try value("email"), let name = try value("name") else {
            throw CommandFailure("line \(line): a person needs `email` and `name`")
        }
        func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String, _ what: String) throws -> Choice {
            guard let choice = Choice(rawValue: text) else {
                let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure("line \(line): `\(text)` is no \(what): \(all)")
            }
            return choice
        }
        var user = UserRequest(
            email: email,
            name: name,
            team: try value("team"),
            status: try value("status").map { try choice($0, "status") },
            roles: try value("roles").map { try $0.split(separator: " ").map { try choice(String($0), "role") } },
            sharedMailbox: try value("sharedMailbox").map { ["true", "yes", "1"].contains($0.lowercased()) },
        )
        user.person = try value("person")
        user.externalID = try value("externalID")
        return user
    }
}

/// The rows of a CSV text: RFC 4180, quoted cells may hold commas, quotes doubled, and line breaks.
enum CSVRows {
    struct Row {
        var line: Int
        var cells: [String]
    }

    static func read(_ text: String) throws -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell = ""
        var (line, began, isQuoted) = (1, 1, false)
        var characters = Array(text)[...]
        func isBreak(_ character: Character) -> Bool { character == "\n" || character == "\r\n" || character == "\r" }
        while let character = characters.popFirst() {
            if isBreak(character) { line += 1 }
            if isQuoted {
                if character != "\"" {
                    cell.append(character)
                } else if characters.first == "\"" {
                    cell.append("\"")
                    characters.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if character == "\"", cell.isEmpty {
                isQuoted = true
            } else if character == "," {
                cells.append(cell)
                cell = ""
            } else if isBreak(character) {
                if !cells.isEmpty || !cell.isBlank { rows.append(Row(line: began, cells: cells + [cell])) }
                (cells, cell, began) = ([], "", line)
            } else {
                cell.append(character)
            }
        }
        guard !isQuoted else { throw CommandFailure("line \(began): a quote is not closed") }
        if !cells.isEmpty || !cell.isBlank { rows.append(Row(line: began, cells: cells + [cell])) }
        return rows
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
