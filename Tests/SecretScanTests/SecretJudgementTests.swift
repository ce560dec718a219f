import SecretScan
import Testing

struct SecretJudgementTests {
    @Test(
        "A name of a secret with a random value is a secret",
        arguments: [
            ("apiKey", "7f3a9c21e4b85d06aa19"), ("X-Api-Key", "Zk4mQ8vB2nL6tR9w"), ("password", "Winter2024!"),
            ("Authorization", "Bearer 7f3a9c21e4b85d06aa19"), ("clientSecret", "=9a8b7c6d5e4f3a2b1c0d"),
            ("db_password", "tr0ub4dor&3"), ("apiKey", "demo-only-not-a-secret-7f3a9c21e4b85d06"),
            ("openai_api_key", "demo-only-4be1c07d92aa"),
        ]
    )
    func secrets(name: String, value: String) {
        #expect(SecretJudgement.looksLikeSecret(value: value, name: name))
    }

    @Test(
        "Expressions, placeholders, addresses, words and harmless names are none",
        arguments: [
            ("apiKey", "={{ $json.key }}"), ("apiKey", "=Bearer {{ $env.KEY }}"), ("token", "YOUR_API_TOKEN_1234"),
            ("apiKey", "<your key here>"), ("password", "changeme"), ("token", "xxxxxxxxxxxxxxxxxxxx"),
            ("secret", "https://example.org/secret/9a8b7c6d5e4f"), ("authorization", "headerAuth"),
            ("token", "predefinedCredentialType"), ("nextPageToken", "7f3a9c21e4b85d06aa19"),
            ("url", "7f3a9c21e4b85d06aa19"), ("password", "the user's password"), ("apiKey", "short1"),
            ("token", "access_token"), ("apiKey", "${API_KEY_9a8b7c6d5e4f}"), ("maxTokens", "123456789012"),
            ("key", "customer_name"), ("auth", "n8n-nodes-base"), ("secret", "[object Object]"),
            ("password", "password1"),
        ]
    )
    func others(name: String, value: String) {
        #expect(!SecretJudgement.looksLikeSecret(value: value, name: name))
    }

    @Test("The place of the secret leaves out the scheme before it")
    func place() {
        #expect(SecretJudgement.secret(in: "Bearer 7f3a9c21e4b85d06aa19", name: "Authorization") == 7..<27)
    }
}
