import Domain

/// The account's report on the credentials of its users: one row a user, the root user among them.
///
/// Source: "Getting credential reports for your AWS account".
struct CredentialReport: Sendable, Hashable {
    struct Key: Sendable, Hashable {
        var number: Int
        var isActive: Bool
        /// When it was made or last rotated: the report tells no difference.
        var rotated: Instant?
        var lastUsed: Instant?
        var lastService: String?
    }

    struct Row: Sendable, Hashable {
        var user: String
        var arn: String
        var created: Instant?
        /// nil where the report does not apply, as for the root user.
        var hasPassword: Bool?
        var passwordUsed: Instant?
        var passwordChanged: Instant?
        var passwordEnds: Instant?
        var hasSecondFactor = false
        var keys: [Key] = []
        var certificates: [Key] = []

        var isRoot: Bool { user == "<root_account>" }
        var hasActiveKey: Bool { keys.contains(where: \.isActive) }
    }

    var rows: [Row] = []

    /// Whether a text begins like a report.
    static func isReport(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: "user,arn,user_creation_time".utf8)
    }

    /// Reads the report's text, in which columns are known by their names.
    ///
    /// - Throws: When it does not begin with the names of the columns.
    init(_ text: [UInt8]) throws(Unreadable) {
        let lines = CSV.lines(of: String(decoding: text, as: UTF8.self))
        guard let header = lines.first, header.first == "user", header.contains("arn") else {
            throw Unreadable(line: 1, reason: "no credential report: its first line must name the columns `user,arn,…`")
        }
        let columns = Dictionary(zip(header, header.indices)) { first, _ in first }
        for line in lines.dropFirst() where line.count > 1 {
            func text(_ name: String) -> String? {
                guard let column = columns[name], column < line.count else { return nil }
                let text = line[column]
                return ["", "N/A", "no_information", "not_supported"].contains(text) ? nil : text
            }
            func time(_ name: String) -> Instant? { text(name).flatMap(Instant.init) }
            guard let user = text("user"), let arn = text("arn") else { continue }
            var row = Row(user: user, arn: arn, created: time("user_creation_time"))
            row.hasPassword = text("password_enabled").map { $0 == "true" }
            row.passwordUsed = time("password_last_used")
            row.passwordChanged = time("password_last_changed")
            row.passwordEnds = time("password_next_rotation")
            row.hasSecondFactor = text("mfa_active") == "true"
            for number in [1, 2] {
                let key = Key(
                    number: number,
                    isActive: text("access_key_\(number)_active") == "true",
                    rotated: time("access_key_\(number)_last_rotated"),
                    lastUsed: time("access_key_\(number)_last_used_date"),
                    lastService: text("access_key_\(number)_last_used_service"),
                )
                if key.isActive || key.rotated != nil { row.keys.append(key) }
                let certificate = Key(
                    number: number,
                    isActive: text("cert_\(number)_active") == "true",
                    rotated: time("cert_\(number)_last_rotated"),
                )
                if certificate.isActive || certificate.rotated != nil { row.certificates.append(certificate) }
            }
            rows.append(row)
        }
    }

    /// The report in the interface's answer `{"Content", "ReportFormat", "GeneratedTime"}`: base64 or plain text.
    ///
    /// - Returns: nil when the object is no such answer.
    static func wrapped(_ object: JSONValue) throws(Unreadable) -> CredentialReport? {
        guard let content = object["Content"]?.string, object["ReportFormat"] != nil || isReport(content.utf8) else {
            return nil
        }
        if isReport(content.utf8) { return try CredentialReport(Array(content.utf8)) }
        guard let bytes = base64Decoded(content) else {
            throw Unreadable(reason: "the content of the credential report is neither text nor base64")
        }
        return try CredentialReport(bytes)
    }
}

/// Lines of comma-separated values.
enum CSV {
    /// The fields of each line; quotes are taken off, and what they enclose may hold commas and line ends.
    static func lines(of text: String) -> [[String]] {
        var lines: [[String]] = []
        var line: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        func finish() {
            line.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: finish()
            case UInt8(ascii: "\r") where !isQuoted: continue
            case UInt8(ascii: "\n") where !isQuoted:
                finish()
                lines.append(line)
                line = []
            default: field.append(byte)
            }
        }
        finish()
        if line.count > 1 || line.first != "" { lines.append(line) }
        return lines
    }
}

/// The bytes that base64 text stands for; nil when it is none.
///
/// Line ends are passed over.
func base64Decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var isPadded = false
    for byte in text.utf8 {
        let value: UInt8
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        case UInt8(ascii: "="):
            isPadded = true
            continue
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
        default: return nil
        }
        guard !isPadded else { return nil }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return bytes
}
