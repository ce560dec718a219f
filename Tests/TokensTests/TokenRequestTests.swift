import Domain
import Foundation
import Testing

@testable import Tokens

struct TokenRequestTests {
    private func request(
        _ body: String,
        contentType: String? = "application/x-www-form-urlencoded",
        authorization: String? = nil,
    ) throws(OAuthError) -> TokenRequest {
        try TokenRequest(body: Array(body.utf8), contentType: contentType, authorization: authorization)
    }

    private func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }

    private func text(_ credential: ClientCredential) -> String? {
        guard case .secret(let client, let secret) = credential else { return nil }
        return client + ":" + secret.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test("A request with a client secret in the header is read")
    func basicSecret() throws {
        let read = try request(
            "grant_type=client_credentials&scope=read%3Acrm+write%3Acrm",
            authorization: basic("idn_1:geheim")
        )
        #expect(text(read.credential) == "idn_1:geheim")
        let scope = ScopeSet(["read:crm", "write:crm"])
        #expect(read.grant == .clientCredentials(scope: scope, resources: [], task: nil, purpose: nil))
    }

    @Test("Id and secret in the header are form-encoded")
    func encodedBasic() throws {
        let read = try request("grant_type=client_credentials", authorization: basic("a%3Ab:p%2Bq+r%C3%A9:s"))
        #expect(text(read.credential) == "a:b:p+q ré:s")
        #expect(read.grant == .clientCredentials(scope: nil, resources: [], task: nil, purpose: nil))
    }

    @Test("A request with a client secret in the form is read, in any order and with a charset")
    func postSecret() throws {
        let read = try request(
            "client_secret=s&scope=&client_id=idn_1&unknown=1&grant_type=client_credentials&task=run%2017",
            contentType: "Application/X-WWW-Form-Urlencoded; charset=UTF-8"
        )
        #expect(text(read.credential) == "idn_1:s")
        #expect(read.grant == .clientCredentials(scope: nil, resources: [], task: "run 17", purpose: nil))
    }

    @Test("Several resources are read in their order")
    func resources() throws {
        let read = try request(
            "grant_type=client_credentials&client_id=a&client_secret=b&resource=https://one&resource=urn:two"
        )
        #expect(
            read.grant
                == .clientCredentials(scope: nil, resources: ["https://one", "urn:two"], task: nil, purpose: nil)
        )
    }

    @Test(
        "A request that can't be answered is refused with the code that RFC 6749 gives",
        arguments: [
            ("", OAuthError.Code.invalidClient),
            ("grant_type=client_credentials", .invalidClient),
            ("grant_type=client_credentials&client_id=a", .invalidClient),
            ("grant_type=client_credentials&client_secret=a", .invalidRequest),
            ("client_id=a&client_secret=b", .invalidRequest),
            ("grant_type=&client_id=a&client_secret=b", .invalidRequest),
            ("grant_type=password&client_id=a&client_secret=b", .unsupportedGrantType),
            ("grant_type=client%22credentials&client_id=a&client_secret=b", .unsupportedGrantType),
            (
                "grant_type=client_credentials&grant_type=client_credentials&client_id=a&client_secret=b",
                .invalidRequest
            ),
            ("grant_type=client_credentials&client_id=a&client_id=a&client_secret=b", .invalidRequest),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=a&scope=b", .invalidRequest),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=a++b", .invalidScope),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=+a", .invalidScope),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=%C3%A9", .invalidScope),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=%22", .invalidScope),
            ("grant_type=client_credentials&client_id=a&client_secret=b&scope=%5C", .invalidScope),
            ("grant_type=client_credentials&client_id=a&client_secret=b&resource=crm", .invalidTarget),
            ("grant_type=client_credentials&client_id=a&client_secret=b&resource=https://a%23b", .invalidTarget),
            ("grant_type=client_credentials&client_id=a&client_secret=b&task=%0A", .invalidRequest),
            ("grant_type=client_credentials&client_id=a&client_secret=b&authorization_details=[]", .invalidRequest),
            ("grant_type=client_credentials&client_id=a&client_secret=b&client_assertion=c", .invalidRequest),
            ("grant_type=client_credentials&client_id=a&client_secret=b&client_assertion_type=c", .invalidRequest),
            ("grant_type=client_credentials&client_assertion=a.b.c", .invalidClient),
            ("grant_type=client_credentials&client_assertion_type=jwt", .invalidClient),
            ("grant_type=client_credentials&client_id=%ZZ&client_secret=b", .invalidRequest),
            ("grant_type=client_credentials&client_id=%F", .invalidRequest),
            ("grant_type=client_credentials&client_id=%FF&client_secret=b", .invalidRequest),
        ]
    )
    func refused(body: String, code: OAuthError.Code) throws {
        let error = try #require(throws: OAuthError.self) { try self.request(body) }
        #expect(error.code == code)
        #expect(error.status == (code == .invalidClient ? 401 : 400))
        #expect((error.challenge != nil) == (code == .invalidClient))
        #expect(error.description.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    }

    @Test(
        "An Authorization header that is not Basic with id and secret is refused",
        arguments: [
            "Basic", "Basic ", "Bearer abc", "Basic !!!", "Basic YQ==", "Basic OmI=", "Basic YTpi=", "Basic YTpiYw",
        ]
    )
    func badHeader(header: String) throws {
        let error = try #require(throws: OAuthError.self) {
            try self.request("grant_type=client_credentials", authorization: header)
        }
        #expect(error.code == .invalidClient)
    }

    @Test("Two ways of authentication, or two client ids, are refused")
    func twoWays() throws {
        for body in [
            "grant_type=client_credentials&client_id=a&client_secret=b",
            "grant_type=client_credentials&client_id=other",
        ] {
            let error = try #require(throws: OAuthError.self) {
                try self.request(body, authorization: self.basic("a:b"))
            }
            #expect(error.code == .invalidRequest)
        }
    }

    @Test("Another content type, too long a body and too many parameters are refused")
    func wrongBody() {
        let body = "grant_type=client_credentials&client_id=a&client_secret=b"
        for type in [nil, "application/json", "application/x-www-form-urlencodedx", "text/plain"] {
            #expect(throws: OAuthError.self) { try self.request(body, contentType: type) }
        }
        #expect(throws: OAuthError.self) { try self.request(body + "&x=" + String(repeating: "a", count: 70_000)) }
        #expect(throws: OAuthError.self) { try self.request(body + String(repeating: "&x=1", count: 100)) }
    }

    @Test("A refusal is answered as RFC 6749 says")
    func errorBody() {
        let error = OAuthError(.invalidScope, "no \"such\" scope\n")
        #expect(
            String(decoding: error.json, as: UTF8.self)
                == #"{"error":"invalid_scope","error_description":"no ?such? scope?"}"#
        )
    }

    @Test("A granted token is answered as RFC 6749 says, and stays out of descriptions")
    func answer() {
        let now = Instant(seconds: 1_700_000_000)
        let token = AccessToken(
            issuer: "i",
            subject: "s",
            audience: ["a"],
            issued: now,
            expires: now + .seconds(60),
            id: "j",
            client: "c",
            scope: ScopeSet(["read:crm"])
        )
        let response = TokenResponse(token, signed: "abc.def.ghi", now: now)
        #expect(
            response.json.withBytes { String(decoding: $0, as: UTF8.self) }
                == #"{"access_token":"abc.def.ghi","token_type":"Bearer","expires_in":60,"scope":"read:crm"}"#
        )
        #expect(!"\(response)".contains("abc"))
    }

    @Test("The metadata name every endpoint and method")
    func metadata() throws {
        let metadata = ServerMetadata(issuer: "https://penstock.example", scopes: ["read:crm"])
        let read = try #require(JSONReader.value(metadata.json)?.object)
        #expect(read["issuer"] == .string("https://penstock.example"))
        #expect(read["token_endpoint"] == .string("https://penstock.example/oauth/token"))
        #expect(read["jwks_uri"] == .string("https://penstock.example/oauth/jwks"))
        #expect(read["grant_types_supported"] == .array([.string("client_credentials")]))
        #expect(read["response_types_supported"] == .array([]))
        #expect(read["token_endpoint_auth_methods_supported"]?.strings?.count == 3)
    }
}
