/// One line of a head, as places in its bytes.
struct HeaderField {
    let name: Range<Int>
    /// Without the white space around it.
    let value: Range<Int>
    let kind: Kind

    /// What a field means to the gateway.
    enum Kind: UInt8 {
        /// Passed on as it is.
        case other
        case host, contentLength, transferEncoding, connection, expect, upgrade
        case authorization, cookie, location
        /// Belongs to one connection only, or would be taken by an upstream for our word or as another request than the
        /// one that was decided on: never passed on.
        case dropped
    }
}

extension HeaderField.Kind {
    /// The meaning of a field's name.
    ///
    /// Names with `_` for `-` are dropped when the name with `-` means something: some servers read both alike.
    init(_ name: Slice<UnsafeRawBufferPointer>) {
        self = .other
        let underscored = name.contains(UInt8(ascii: "_"))
        if underscored {
            let dashed = name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
            let kind = dashed.withUnsafeBytes { Self(dashed: $0[...]) }
            self = kind == .other ? .other : .dropped
        } else {
            self = Self(dashed: name)
        }
    }

    private init(dashed name: Slice<UnsafeRawBufferPointer>) {
        self = .other
        guard let first = name.first, name.count >= 2 else { return }
        switch ByteClass.lowercased(first) {
        case UInt8(ascii: "a"):
            if ByteClass.equal(name, "authorization") { self = .authorization }
        case UInt8(ascii: "c"):
            if ByteClass.equal(name, "content-length") {
                self = .contentLength
            } else if ByteClass.equal(name, "connection") {
                self = .connection
            } else if ByteClass.equal(name, "cookie") {
                self = .cookie
            }
        case UInt8(ascii: "e"):
            if ByteClass.equal(name, "expect") { self = .expect }
        case UInt8(ascii: "f"):
            if ByteClass.equal(name, "forwarded") { self = .dropped }
        case UInt8(ascii: "h"):
            if ByteClass.equal(name, "host") {
                self = .host
            } else if ByteClass.equal(name, "http2-settings") {
                self = .dropped
            }
        case UInt8(ascii: "k"):
            if ByteClass.equal(name, "keep-alive") { self = .dropped }
        case UInt8(ascii: "l"):
            if ByteClass.equal(name, "location") { self = .location }
        case UInt8(ascii: "p"):
            if ByteClass.equal(name, "proxy-connection") || ByteClass.equal(name, "proxy-authorization")
                || ByteClass.equal(name, "proxy-authenticate")
            {
                self = .dropped
            }
        case UInt8(ascii: "t"):
            if ByteClass.equal(name, "transfer-encoding") {
                self = .transferEncoding
            } else if ByteClass.equal(name, "te") || ByteClass.equal(name, "trailer") {
                self = .dropped
            }
        case UInt8(ascii: "u"):
            if ByteClass.equal(name, "upgrade") { self = .upgrade }
        case UInt8(ascii: "x"):
            if Self.isDropped(extension: name) { self = .dropped }
        default: break
        }
    }

    /// Whether a name that begins with `x` is our own, tells an upstream who is calling, or changes which request it is.
    private static func isDropped(extension name: Slice<UnsafeRawBufferPointer>) -> Bool {
        ByteClass.begins(name, with: "x-penstock-") || ByteClass.begins(name, with: "x-forwarded-")
            || ByteClass.equal(name, "x-real-ip") || ByteClass.equal(name, "x-http-method-override")
            || ByteClass.equal(name, "x-http-method") || ByteClass.equal(name, "x-method-override")
            || ByteClass.equal(name, "x-original-url") || ByteClass.equal(name, "x-rewrite-url")
            || ByteClass.equal(name, "x-original-host") || ByteClass.equal(name, "x-host")
    }
}
