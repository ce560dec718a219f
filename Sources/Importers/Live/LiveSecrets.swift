package import Domain

/// What a live source signs in with: variables of the environment, and a file if one was named; never an argument.
///
/// The file holds either one secret and nothing else, or lines `NAME=value` under the names of the variables; empty lines
/// and such that begin with `#` are passed over. The file goes before the environment.
package struct LiveSecrets: Sendable {
    /// The variable that holds the one secret of a source, whatever its format.
    package static let variable = "PENSTOCK_SOURCE_SECRET"

    private let environment: [String: String]
    private let lines: [String: String]
    private let single: Secret?

    /// - Parameters:
    ///   - environment: The variables of the process.
    ///   - file: The bytes of the secret file; nil when none was named.
    /// - Throws: `.secret` when the file is empty or no UTF-8.
    package init(environment: [String: String], file: [UInt8]? = nil) throws(LiveFailure) {
        self.environment = environment
        guard let file else {
            (lines, single) = ([:], nil)
            return
        }
        guard let text = String(validating: file, as: UTF8.self) else {
            throw LiveFailure(.secret, "read the secret file", "it is no UTF-8 text")
        }
        let all = text.split(whereSeparator: \.isNewline).map(Self.trimmed).filter { !$0.isEmpty && $0.first != "#" }
        guard let first = all.first else { throw LiveFailure(.secret, "read the secret file", "it is empty") }
        let pairs = all.compactMap(Self.pair)
        if pairs.count == all.count {
            lines = Dictionary(pairs) { $1 }
            single = nil
        } else if all.count == 1 {
            lines = [:]
            single = Secret(String(first))
        } else {
            let detail = "it must hold one secret and nothing else, or lines of the form `NAME=value`"
            throw LiveFailure(.secret, "read the secret file", detail)
        }
    }

    /// The one secret of a source that has one: an API key, a password.
    ///
    /// - Parameter names: Variables that hold it by custom, after `PENSTOCK_SOURCE_SECRET`.
    /// - Returns: nil when none of them is set.
    package func main(or names: String...) -> Secret? {
        if let single { return single }
        return ([Self.variable] + names).lazy.compactMap(value).first.map { Secret($0) }
    }

    /// The secret in the variable of that name; nil when it is unset or empty.
    package func named(_ name: String) -> Secret? { value(name).map { Secret($0) } }

    /// A setting that is no secret, for example `AWS_REGION`.
    package func setting(_ name: String) -> String? { value(name) }

    private func value(_ name: String) -> String? {
        if let value = lines[name] { return value }
        guard let value = environment[name], !value.isEmpty else { return nil }
        return value
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.first?.isWhitespace ?? false { line = line.dropFirst() }
        while line.last?.isWhitespace ?? false { line = line.dropLast() }
        return line
    }

    /// `NAME=value` where the name is one of a variable: capitals, digits and underscores, a capital first.
    private static func pair(_ line: Substring) -> (String, String)? {
        guard let sign = line.firstIndex(of: "=") else { return nil }
        let name = line[..<sign]
        let value = line[line.index(after: sign)...]
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), !value.isEmpty
        else { return nil }
        let isName = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return isName ? (String(name), String(value)) : nil
    }
}
