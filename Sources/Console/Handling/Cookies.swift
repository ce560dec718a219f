import Domain
import HTTPTypes
import Hummingbird

/// The two cookies of the console: the session, and what ties a form outside a session to its browser.
struct Cookies: Sendable {
    /// Whether the browser comes over https; only then may cookies be `Secure`.
    let secure: Bool

    /// The prefix makes browsers refuse the cookie from anywhere but this host over https.
    var sessionName: String { secure ? "__Host-penstock" : "penstock" }
    var formName: String { secure ? "__Host-penstock-form" : "penstock-form" }

    func session(_ token: Secret) -> String {
        let value = token.withBytes { String(decoding: $0, as: UTF8.self) }
        return "\(sessionName)=\(value); \(attributes)"
    }

    var noSession: String { "\(sessionName)=; Max-Age=0; \(attributes)" }

    func form(_ token: String) -> String { "\(formName)=\(token); \(attributes)" }

    private var attributes: String { "Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") }

    /// The value of a cookie of the request; nil when there is none or it has characters that ours never have.
    static func value(_ name: String, of request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for part in header.split(separator: ";") {
                let trimmed = part.drop { $0 == " " }
                guard trimmed.hasPrefix(name + "=") else { continue }
                let value = trimmed.dropFirst(name.count + 1)
                guard !value.isEmpty, value.utf8.count <= 256, value.utf8.allSatisfy(isAllowed) else { return nil }
                return String(value)
            }
        }
        return nil
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// 128 random bits in hex.
    static func newFormToken() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef")
        return String((0..<32).map { _ in digits[Int(generator.next() & 15)] })
    }
}
