/// The paths of the HTTP API, in one place for server and client.
package enum Paths {
    package static let root = "/api/v1"
    package static let overview = root + "/overview"
    package static let sources = root + "/sources"
    package static let imports = root + "/imports"
    package static let fingerprints = root + "/fingerprints"
    package static let identities = root + "/identities"
    package static let grants = root + "/grants"
    package static let systems = root + "/systems"
    package static let systemOverlaps = root + "/system-overlaps"
    package static let ownership = root + "/ownership"
    package static let users = root + "/users"
    package static let teams = root + "/teams"
    package static let people = root + "/people"
    package static let requests = root + "/requests"
    package static let findings = root + "/findings"
    package static let events = root + "/events"
    package static let checkpoint = root + "/log/checkpoint"
    package static let entryProof = root + "/log/entries/{index}/proof"
    package static let growthProof = root + "/log/consistency"
    package static let logBundle = root + "/log/bundle"
    package static let policies = root + "/policies"
    package static let policyTrial = root + "/policy-trials"
    package static let policyLive = root + "/policies/live"
    package static let plans = root + "/plans"
    package static let workspace = root + "/workspace"
    package static let stops = root + "/stops"
    package static let stopAll = root + "/stop-all"
    package static let leases = root + "/leases"
    package static let revocations = root + "/revocations"
    package static let schedule = root + "/schedule"
    package static let terms = root + "/terms"
    package static let webhooks = root + "/webhooks"
    package static let deliveries = root + "/deliveries"
    package static let inbox = root + "/inbox"
    package static let reviews = root + "/reviews"
    package static let reviewItems = root + "/review-items"
    package static let exceptions = root + "/exceptions"
    package static let exceptionWays = root + "/exception-ways"
    package static let breakGlass = root + "/break-glass"
    package static let envelopes = root + "/envelopes"
    package static let envelopeRecords = root + "/envelope-records"
    package static let vendors = root + "/vendors"
    package static let levels = root + "/levels"
    package static let token = "/oauth/token"
    package static let keys = "/oauth/jwks"
    package static let metadata = "/.well-known/oauth-authorization-server"
    package static let health = "/healthz"
    package static let ready = "/readyz"
    package static let description = "/openapi.json"

    package static func identity(_ reference: String, _ part: String? = nil) -> String {
        [identities, escaped(reference), part].compactMap(\.self).joined(separator: "/")
    }

    package static func source(_ reference: String) -> String { "\(sources)/\(escaped(reference))" }
    package static func request(_ id: String, _ part: String? = nil) -> String {
        [requests, escaped(id), part].compactMap(\.self).joined(separator: "/")
    }

    package static func webhook(_ id: String, _ part: String? = nil) -> String { one(webhooks, id, part) }
    package static func delivery(_ id: String, _ part: String? = nil) -> String { one(deliveries, id, part) }

    /// One record of a list, or a part of it.
    package static func one(_ list: String, _ id: String, _ part: String? = nil) -> String {
        [list, escaped(id), part].compactMap(\.self).joined(separator: "/")
    }

    package static func grant(_ id: String) -> String { "\(grants)/\(escaped(id))" }
    package static func system(_ name: String, _ part: String? = nil) -> String {
        [systems, escaped(name), part].compactMap(\.self).joined(separator: "/")
    }
    package static func policies(_ version: Int64, _ part: String? = nil) -> String {
        [policies, "\(version)", part].compactMap(\.self).joined(separator: "/")
    }
    package static func link(for email: String) -> String { "\(users)/\(escaped(email))/link" }

    /// A text as one segment of a path or one value of a query: all but unreserved characters percent-encoded.
    package static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
