/// Whether a text stands where a secret will be put, or says how the secret is found.
func isPlaceholder(_ text: String, hasRandomRun: Bool) -> Bool {
    let lower = text.lowercased()
    if strongWords.contains(where: lower.contains) { return true }
    // A value such as `test-key-7f3a9c21e4b85d06` names its purpose and is a key all the same.
    return !hasRandomRun && weakWords.contains(where: lower.contains)
}

private let strongWords = [
    "{{", "${", "<", "[", "process.env", "$env", "$secrets", "$vars", "$json", "%(", "your", "xxx", "***", "•",
    "placeholder", "insert", "replace", "changeme", "change-me", "change_me", "redacted", "...", "_here", "-here",
    "enter-", "enter_", "todo", "example", "provided", "n8n_api_key", "api_key_", "my-api", "my_api", "myapikey",
    "123456789", "abcdefgh", "undefined",
]

private let weakWords = [
    "dummy", "sample", "test", "demo", "fake", "my-", "my_", "credential", "token", "secret", "password", "apikey",
    "api-key", "api_key", "12345", "abcdef", "value", "from-", "from_",
]
