/// A target that integrations act on, and how the gateway reaches it.
package struct System: Sendable, Hashable, Codable {
    /// Short name, unique, as it stands in scopes and gateway paths: lower-case letters, digits, `-`.
    package var name: String
    package var title: String
    package var environment: String
    package var function: String?
    package var vendor: String?
    package var region: String?
    package var dataClasses: [String]
    /// Where the gateway forwards to, for example `http://127.0.0.1:9000`; nil when not behind the gateway.
    package var upstream: String?
    package var injection: Injection
    /// Path prefixes on which every method counts as `admin`.
    package var adminPaths: [String]

    /// How the system's own credential is put into a forwarded request.
    package enum Injection: Sendable, Hashable {
        case none
        /// `Authorization: Bearer …`
        case bearer
        /// `Authorization: Basic …`; the sealed value is `user:password`.
        case basic
        /// A header of this name carries the value.
        case header(String)
    }

    package init(
        name: String,
        title: String,
        environment: String,
        function: String? = nil,
        vendor: String? = nil,
        region: String? = nil,
        dataClasses: [String] = [],
        upstream: String? = nil,
        injection: Injection = .none,
        adminPaths: [String] = [],
    ) {
        self.name = name
        self.title = title
        self.environment = environment
        self.function = function
        self.vendor = vendor
        self.region = region
        self.dataClasses = dataClasses
        self.upstream = upstream
        self.injection = injection
        self.adminPaths = adminPaths
    }

    /// Whether `name` can be a system's name.
    package static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 63, first != UInt8(ascii: "-") else { return false }
        return name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        }
    }
}
