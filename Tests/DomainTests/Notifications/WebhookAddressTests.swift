import Testing

@testable import Domain

struct WebhookAddressTests {
    private var terms: GovernanceTerms.Webhooks {
        var terms = GovernanceTerms.Webhooks()
        terms.hosts = ["hooks.example.com", "*.corp.example"]
        return terms
    }

    @Test(
        "Only hosts that policy names are reached, encrypted and without tricks",
        arguments: [
            ("https://hooks.example.com/a?b=c", true), ("https://HOOKS.example.com./a", true),
            ("https://a.corp.example:8443/", true), ("https://corp.example/", false),
            ("https://evilcorp.example/", false), ("http://hooks.example.com/", false),
            ("https://user@hooks.example.com/", false), ("https://evil.net\\@hooks.example.com/", false),
            ("https://evil.net#hooks.example.com", false), ("https://127.0.0.1/", false), ("https://[::1]/", false),
            ("https://localhost/", false), ("https:///a", false), ("gopher://hooks.example.com", false),
            ("https://hooks.example.com/\u{0}", false),
        ]
    )
    func allowed(url: String, expected: Bool) {
        #expect(((try? WebhookAddress(url, allowedBy: terms)) != nil) == expected)
    }

    @Test("This machine is reached only where the terms say so, and then also in the clear")
    func loopback() {
        var terms = terms
        terms.allowLoopback = true
        #expect((try? WebhookAddress("http://127.0.0.1:8080/in", allowedBy: terms)) != nil)
    }

    @Test(
        "A name that leads into a private network is not followed",
        arguments: [
            ("93.184.216.34", true), ("10.0.0.1", false), ("172.16.0.9", false), ("172.32.0.9", true),
            ("192.168.1.1", false), ("169.254.169.254", false), ("127.0.0.1", false), ("0.0.0.0", false),
            ("100.64.0.1", false), ("224.0.0.1", false), ("::1", false), ("::ffff:10.0.0.1", false),
            ("fe80::1", false), ("fd00::1", false), ("2606:2800:220:1::1", true), ("2002:0a00:0001::1", false),
            ("nonsense", false),
        ]
    )
    func addresses(address: String, expected: Bool) {
        #expect(WebhookAddress.mayConnect(to: address, under: terms) == expected)
    }
}
