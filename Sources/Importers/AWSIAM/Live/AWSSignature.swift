import Crypto
import Domain

/// What requests to AWS are signed with.
struct AWSCredentials: Sendable {
    var keyID: String
    var secret: Secret
    /// Of temporary credentials; nil for keys that last.
    var sessionToken: Secret?

    /// From `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
    init(_ secrets: LiveSecrets) throws(LiveFailure) {
        guard let keyID = secrets.setting("AWS_ACCESS_KEY_ID"), let secret = secrets.named("AWS_SECRET_ACCESS_KEY")
        else {
            throw LiveFailure(
                .secret,
                "sign in to AWS",
                "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and for a role AWS_SESSION_TOKEN, in the environment or "
                    + "the secret file"
            )
        }
        self.init(keyID: keyID, secret: secret, sessionToken: secrets.named("AWS_SESSION_TOKEN"))
    }

    init(keyID: String, secret: Secret, sessionToken: Secret? = nil) {
        self.keyID = keyID
        self.secret = secret
        self.sessionToken = sessionToken
    }
}

/// Signs requests with Signature Version 4.
///
/// Source: "Create a signed AWS API request" in the vendor's reference of signatures.
struct AWSSignature {
    var credentials: AWSCredentials
    var region: String
    var service: String

    /// The value of the header `authorization`.
    ///
    /// - Parameters:
    ///   - method: `GET` or `POST`.
    ///   - path: Already URL-encoded, `/` for none.
    ///   - query: Names and values, not yet encoded.
    ///   - headers: All that are signed: names in small letters, values trimmed; `host` and `x-amz-date` among them.
    ///   - body: Of the request.
    ///   - time: The same as in `x-amz-date`.
    /// - Returns: Algorithm, credential scope, signed headers and signature.
    func authorization(
        method: String,
        path: String,
        query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)],
        body: [UInt8],
        time: Instant,
    ) -> String {
        let sorted = headers.sorted { $0.name < $1.name }
        let names = sorted.map(\.name).joined(separator: ";")
        let pairs = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.sorted()
        let request = [
            method, path, pairs.joined(separator: "&"),
            sorted.map { "\($0.name):\($0.value)\n" }.joined(),
            names, hex(SHA256.hash(data: body)),
        ]
        .joined(separator: "\n")
        let moment = Self.stamp(time)
        let scope = "\(moment.prefix(8))/\(region)/\(service)/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(moment)\n\(scope)\n\(hex(SHA256.hash(data: Array(request.utf8))))"
        let signature = hex(Self.code(text, key: signingKey(on: String(moment.prefix(8)))))
        return
            "AWS4-HMAC-SHA256 Credential=\(credentials.keyID)/\(scope), SignedHeaders=\(names), Signature=\(signature)"
    }

    /// The key of a day, `20261121`.
    func signingKey(on day: String) -> [UInt8] {
        let start = credentials.secret.withBytes { Array("AWS4".utf8) + $0 }
        return [day, region, service, "aws4_request"].reduce(start) { Self.code($1, key: $0) }
    }

    /// A time as `x-amz-date` has it: `20261121T103000Z`.
    static func stamp(_ time: Instant) -> String {
        Instant(seconds: time.seconds).text.filter { $0 != "-" && $0 != ":" }
    }

    /// Everything but letters, digits and `-._~` as `%` and two digits.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(Character(UnicodeScalar(byte)))
            default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }

    private static func code(_ text: String, key: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }
}
