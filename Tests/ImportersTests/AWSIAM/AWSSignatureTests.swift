import Domain
import Testing

@testable import Importers

/// Figures that the vendor published with its description of signatures.
struct AWSSignatureTests {
    // The vendor's own example, which opens nothing.
    private let example = AWSCredentials(
        keyID: "AKIDEXAMPLE",
        secret: Secret(["wJalrXUtnFEMI", "K7MDENG+bPxRfiCYEXAMPLEKEY"].joined(separator: "/"))
    )

    @Test("The signing key of a day is that of the published example")
    func key() {
        let signature = AWSSignature(credentials: example, region: "us-east-1", service: "iam")
        #expect(
            hex(signature.signingKey(on: "20120215"))
                == "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d"
        )
    }

    @Test("A request is signed as in the published example")
    func request() throws {
        let signature = AWSSignature(credentials: example, region: "us-east-1", service: "iam")
        let time = try #require(Instant("2015-08-30T12:36:00Z"))
        let header = signature.authorization(
            method: "GET",
            path: "/",
            query: [("Version", "2010-05-08"), ("Action", "ListUsers")],
            headers: [
                ("x-amz-date", AWSSignature.stamp(time)), ("host", "iam.amazonaws.com"),
                ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            ],
            body: [],
            time: time,
        )
        #expect(
            header == """
                AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
                SignedHeaders=content-type;host;x-amz-date, \
                Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7
                """
        )
    }

    @Test("Names and values are encoded byte by byte")
    func encoding() {
        #expect(AWSSignature.encoded("a b/ü~-._*+") == "a%20b%2F%C3%BC~-._%2A%2B")
    }
}
