import Gateway
import Testing

struct UpstreamAddressTests {
    @Test(
        "An address has a scheme, a host, a port and perhaps a prefix",
        arguments: [
            ("http://127.0.0.1:9000", "127.0.0.1:9000", 9000, ""),
            ("https://api.example.com", "api.example.com", 443, ""),
            ("https://api.example.com:443/v2/", "api.example.com", 443, "/v2"),
            ("http://[::1]:8080/a/b", "[::1]:8080", 8080, "/a/b"),
            ("http://[::1]", "[::1]", 80, ""),
        ],
    )
    func accepted(text: String, authority: String, port: Int, prefix: String) throws {
        let address = try #require(UpstreamAddress(text))
        #expect(address.authority == authority)
        #expect(address.port == port)
        #expect(address.prefix == prefix)
    }

    @Test(
        "Other texts are no addresses",
        arguments: [
            "", "ftp://a", "a.example:80", "http://", "http://:80", "http://a:0", "http://a:65536", "http://a:x",
            "http://user:pw@a", "http://a?x", "http://a#x", "http://a b", "http://[::1", "http://[::1]x",
        ],
    )
    func refused(text: String) {
        #expect(UpstreamAddress(text) == nil)
    }
}
