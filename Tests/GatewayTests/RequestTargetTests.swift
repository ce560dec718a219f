import Domain
import Gateway
import Testing

struct RequestTargetTests {
    @Test(
        "A path names a resource and is kept as it came",
        arguments: [
            ("/crm", "crm", "", ""),
            ("/crm/", "crm", "/", ""),
            ("/crm/contacts/42", "crm/contacts/42", "/contacts/42", ""),
            ("/crm/contacts/?a=1&b=%2F..", "crm/contacts", "/contacts/", "?a=1&b=%2F.."),
            ("/crm/caf%C3%A9/%7Ejoe", "crm/café/~joe", "/caf%C3%A9/%7Ejoe", ""),
            ("/crm/a%20b;v=1", "crm/a b;v=1", "/a%20b;v=1", ""),
            ("/crm/100%25", "crm/100%", "/100%25", ""),
            ("/crm/...", "crm/...", "/...", ""),
            ("/crm?x", "crm", "", "?x"),
        ],
    )
    func accepted(target: String, resource: String, path: String, query: String) throws {
        let read = try RequestTarget(target.utf8)
        #expect(read.resource.description == resource)
        #expect(read.path == path)
        #expect(read.query == query)
    }

    @Test(
        "A path that could be read as another one is refused",
        arguments: [
            ("http://crm/contacts", .absoluteForm), ("*", .absoluteForm), ("crm/contacts", .absoluteForm),
            ("/", .noSystem), ("//crm", .noSystem), ("/CRM/a", .noSystem), ("/cr%6D/a", .noSystem),
            ("/../a", .noSystem),
            ("/crm/a%2Fb", .encodedSeparator), ("/crm/a%2fb", .encodedSeparator), ("/crm/a%5Cb", .encodedSeparator),
            ("/crm/a\\b", .encodedSeparator),
            ("/crm/a%00", .control), ("/crm/a%0d%0aX:%20y", .control), ("/crm/%7F", .control),
            ("/crm/./a", .dotSegment), ("/crm/..", .dotSegment), ("/crm/%2e%2E/a", .dotSegment),
            ("/crm/.%2e", .dotSegment), ("/crm/..;x=1/a", .dotSegment), ("/crm/..%20/a", .dotSegment),
            ("/crm/%252e%252e", .doubleEncoding), ("/crm/a%252Fb", .doubleEncoding),
            ("/crm/%25%32%66", .doubleEncoding),
            ("/crm//a", .emptySegment), ("/crm/a//", .emptySegment), ("/crm/;x/a", .emptySegment),
            ("/crm/%", .badEncoding), ("/crm/%4", .badEncoding), ("/crm/%zz", .badEncoding),
            ("/crm/%C0%AE%C0%AE", .notUnicode), ("/crm/%FF", .notUnicode),
            ("/crm/café", .badByte), ("/crm/a#b", .badByte), ("/crm/a b", .badByte),
            ("/crm/*", .badSegment),
        ] as [(String, RequestTarget.Fault)],
    )
    func refused(target: String, fault: RequestTarget.Fault) {
        #expect(throws: fault) { try RequestTarget(target.utf8) }
    }
}
