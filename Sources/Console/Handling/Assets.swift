import HTTPTypes
import Hummingbird

/// The stylesheet, the script and the picture, compiled in and served under an address that changes with them.
struct Assets: Sendable {
    private struct File: Sendable {
        var type: String
        var bytes: [UInt8]
    }

    /// Base address, for example `/assets/3f9c0a1b2c4d5e6f`.
    let path: String
    private let files: [String: File]

    init() {
        files = [
            "penstock.css": File(type: "text/css; charset=utf-8", bytes: PackageResources.penstock_css),
            "penstock.js": File(type: "text/javascript; charset=utf-8", bytes: PackageResources.penstock_js),
            "penstock.svg": File(type: "image/svg+xml", bytes: PackageResources.penstock_svg),
        ]
        // FNV-1a tells versions apart; nobody gains anything by making two of our own files collide.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in files.keys.sorted() {
            for byte in files[name]?.bytes ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        path = "/assets/" + String(hash, radix: 16)
    }

    func response(_ name: String) -> Response? {
        guard let file = files[name] else { return nil }
        return Response(
            status: .ok,
            headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)),
        )
    }
}
