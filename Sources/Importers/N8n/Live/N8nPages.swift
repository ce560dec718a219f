import AsyncHTTPClient
import Domain

/// Walks the pages of one list of n8n's public API.
///
/// Cursors are positions: when something is made or deleted meanwhile, an element may come twice or be passed over. One
/// that comes twice is noticed, and the list read once more from the start.
struct N8nPages {
    let api: N8nAPI
    let client: HTTPClient
    /// Name of the list, for example `workflows`.
    let list: String
    /// Further parameters, which older versions do not know; `limit=100`.
    var parameters: [String]
    /// Parameters that are left out when the server refuses them.
    var optional: [String] = []
    /// Whether elements may come twice because the list grows while it is read; they are passed over then.
    var mayMove = false

    /// Pages of one list, as a bound on a server that never ends.
    static let mostPages = 20_000
    private static let mostReadings = 3

    /// Whether the key, the version or the licence lets the list be read.
    enum Outcome {
        case read
        /// It may not be read, with the reason in words.
        case closed(String)
    }

    /// Hands out every element, each once.
    ///
    /// - Parameters:
    ///   - isRequired: Whether a list that may not be read is a failure.
    ///   - start: Called before each reading of the list, the first included.
    ///   - element: Takes an element; returns false when no more are wanted.
    /// - Returns: Whether the list may be read at all.
    /// - Throws: When it cannot be read to its end, or contradicts itself.
    func read(
        isRequired: Bool,
        start: () -> Void = {},
        element: (JSONValue) -> Bool,
    ) async throws(LiveFailure) -> Outcome {
        for reading in 1...Self.mostReadings {
            start()
            switch try await pass(isRequired: isRequired, element: element) {
            case .done(let outcome): return outcome
            case .moved(let id):
                guard reading < Self.mostReadings else {
                    let detail = "`\(id)` comes twice in every reading; is the server changing all the time?"
                    throw LiveFailure(.inconsistent, "read the \(list)", detail)
                }
            }
        }
        return .read
    }

    private enum Pass {
        case done(Outcome)
        /// An element came twice.
        case moved(String)
    }

    private func pass(isRequired: Bool, element: (JSONValue) -> Bool) async throws(LiveFailure) -> Pass {
        var cursors: Set<String> = []
        var ids: Set<String> = []
        var cursor: String?
        var optional = optional
        var number = 1
        while true {
            let attempt = "read page \(number) of the \(list)"
            guard number <= Self.mostPages else {
                throw LiveFailure(.inconsistent, attempt, "there is no end of pages")
            }
            let query = parameters + optional + (cursor.map { ["cursor=" + Self.escaped($0)] } ?? [])
            let answer = try await api.get("/\(list)?" + query.joined(separator: "&"), attempt, over: client)
            if answer.status == 400, !optional.isEmpty {
                optional = []
                continue
            }
            if let reason = try closed(answer, attempt, isRequired: isRequired && number == 1 || number > 1) {
                return .done(.closed(reason))
            }
            var news = 0
            var again: String?
            var wantsMore = true
            let next = try page(answer, attempt) { value in
                let id = value["id"]?.scalarText ?? ""
                if !id.isEmpty, !ids.insert(id).inserted {
                    again = again ?? id
                    return true
                }
                news += 1
                wantsMore = element(value)
                return wantsMore
            }
            if let again {
                guard news > 0 else {
                    let detail = "the page holds nothing but what was there before, `\(again)` first"
                    throw LiveFailure(.inconsistent, attempt, detail)
                }
                if !mayMove { return .moved(again) }
            }
            guard wantsMore, let next else { return .done(.read) }
            guard cursors.insert(next).inserted else {
                throw LiveFailure(
                    .inconsistent,
                    attempt,
                    "the cursor of the next page was given before: the pages go round"
                )
            }
            cursor = next
            number += 1
        }
    }

    /// - Returns: Why the list may not be read; nil when it was answered.
    private func closed(_ answer: N8nAPI.Answer, _ attempt: String, isRequired: Bool) throws(LiveFailure) -> String? {
        switch answer.status {
        case 200: return nil
        case 300..<400:
            let host = answer.redirect.flatMap(hostName).map { " to `\($0)`" } ?? ""
            let detail =
                "the server redirects\(host), which is not followed: the key would go there; give the right address"
            throw LiveFailure(.otherSystem, attempt, detail)
        case 401:
            throw LiveFailure(
                .unauthorised,
                attempt,
                "the API key is not accepted; it may have expired or been deleted"
            )
        case 403:
            guard isRequired else { return "the key or the licence does not allow it" }
            throw LiveFailure(.refused, attempt, "the API key may not read the \(list); give it the scope to list them")
        case 404, 405:
            guard isRequired else { return "this version of n8n has no such list" }
            let detail =
                "there is no public API of n8n (\(answer.status)); look at the address, and whether the API is switched on"
            throw LiveFailure(.otherSystem, attempt, detail)
        case let status:
            guard isRequired else { return "the server refuses it (\(status))" }
            throw LiveFailure(.otherSystem, attempt, "the server answers \(status)")
        }
    }

    /// Reads `{"data": […], "nextCursor": …}`.
    private func page(
        _ answer: N8nAPI.Answer,
        _ attempt: String,
        element: (JSONValue) -> Bool,
    ) throws(LiveFailure) -> String? {
        let top: JSONTop
        do throws(JSONFailure) {
            top = try JSONDocument.read(answer.body, lists: ["data"]) { value, _ in element(value) }
        } catch {
            let first = answer.body.first { $0 > 0x20 }
            if first == UInt8(ascii: "<") {
                throw LiveFailure(.otherSystem, attempt, "the answer is a page and no JSON: perhaps a proxy's sign-in")
            }
            let place = error.position(in: answer.body)
            let detail = "the answer is no whole JSON: line \(place.line), column \(place.column): \(error.reason)"
            throw LiveFailure(.unreadable, attempt, detail)
        }
        guard case .object(let object) = top, object["data"]?.isArray ?? false else {
            throw LiveFailure(.otherSystem, attempt, "the answer has no list `data`: this is not n8n's public API")
        }
        guard let next = object["nextCursor"], !next.isNull, let text = next.string, !text.isEmpty else { return nil }
        guard text.utf8.count <= 4096 else {
            throw LiveFailure(.inconsistent, attempt, "the cursor is longer than 4,096 bytes")
        }
        return text
    }

    /// For a query: all but letters, digits and `-._~` as `%XX`.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(UnicodeScalar(byte))
            default: result += "%" + hex([byte]).uppercased()
            }
        }
        return result
    }
}
