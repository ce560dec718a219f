/// What the name of a parameter, header or variable says about its value.
public enum SecretName: Sendable, Hashable {
    /// The value is a password: shorter and simpler values count.
    case password
    /// The value is a key or token.
    case token
    /// The value may be a secret; only an evidently random one counts.
    case perhaps

    /// Reads a name: case, `-`, `_`, `.`, spaces and a leading `x-` make no difference.
    ///
    /// - Returns: nil when the name does not speak of a secret.
    public init?(_ name: String) {
        guard name.utf8.count <= 80 else { return nil }
        let plain = String(decoding: name.utf8.compactMap(Self.plain), as: UTF8.self)
        if Self.harmless.contains(where: plain.hasSuffix) { return nil }
        if Self.passwords.contains(where: plain.hasSuffix) {
            self = .password
        } else if Self.tokens.contains(where: plain.hasSuffix) {
            self = .token
        } else if Self.vague.contains(plain) {
            self = .perhaps
        } else {
            return nil
        }
    }

    private static let passwords = ["password", "passwd", "pwd", "passphrase", "passcode"]
    private static let tokens = [
        "apikey", "accesskey", "secretkey", "privatekey", "signingkey", "encryptionkey", "masterkey", "appkey",
        "subscriptionkey", "rapidapikey", "sharedkey", "authkey", "token", "secret", "authorization", "bearer",
        "credential", "jwt", "apiauth",
    ]
    private static let vague: Set<String> = [
        "key", "auth", "appid", "signature", "sig", "sessionid", "session", "cookie", "accountkey", "hash", "xkey",
    ]
    /// Names that end like a secret and are none.
    private static let harmless = [
        "pagetoken", "nexttoken", "continuationtoken", "synctoken", "canceltoken", "stoptoken", "csrftoken",
        "devicetoken", "resettoken", "publickey", "idempotencytoken", "maxtoken", "forgotpassword",
    ]

    private static func plain(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: nil
        }
    }
}
