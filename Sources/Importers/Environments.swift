/// What words say of environments.
package enum Environments {
    /// The environment that a folder, branch or tag of this name means.
    ///
    /// - Returns: `production`, `staging`, `test` or `development`; nil for another word, `main` among them.
    package static func meaning(of word: String) -> String? {
        switch word.lowercased() {
        case "production", "prod", "prd", "live": "production"
        case "staging", "stage", "stg", "preprod", "pre-production": "staging"
        case "test", "testing", "qa", "uat", "validation": "test"
        case "development", "dev", "develop", "sandbox": "development"
        default: nil
        }
    }

    /// The environment in a tag of the form `env:production` or `environment=prod`; other words stand as they are.
    package static func meaning(ofTag tag: String) -> String? {
        for prefix in ["env:", "env=", "environment:", "environment="] where tag.lowercased().hasPrefix(prefix) {
            let word = String(tag.dropFirst(prefix.count))
            guard !word.isEmpty else { return nil }
            return meaning(of: word) ?? word.lowercased()
        }
        return nil
    }

    /// The branch in a folder name such as `repository@branch`.
    static func branch(of name: String) -> String? {
        guard let at = name.lastIndex(of: "@"), at != name.startIndex else { return nil }
        let branch = String(name[name.index(after: at)...])
        return branch.isEmpty ? nil : branch
    }
}
