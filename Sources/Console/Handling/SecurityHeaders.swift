import HTTPTypes
import Hummingbird

/// What every answer of the console carries.
enum SecurityHeaders {
    /// No inline script or style, nothing from elsewhere, no frames.
    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static func add(to fields: inout HTTPFields) {
        fields[.contentSecurityPolicy] = policy
        set("X-Frame-Options", "DENY", &fields)
        set("X-Content-Type-Options", "nosniff", &fields)
        set("Referrer-Policy", "same-origin", &fields)
        set("Cross-Origin-Opener-Policy", "same-origin", &fields)
        set("Cross-Origin-Resource-Policy", "same-origin", &fields)
        set("Permissions-Policy", "camera=(), microphone=(), geolocation=()", &fields)
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
    }

    private static func set(_ name: String, _ value: String, _ fields: inout HTTPFields) {
        guard let name = HTTPField.Name(name) else { return }
        fields[name] = value
    }
}
