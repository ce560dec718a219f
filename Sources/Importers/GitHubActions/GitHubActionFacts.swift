/// What is known of actions that are met often: what they do, whatever the workflow says of them.
struct GitHubActionFacts: Sendable {
    enum Nature: Sendable, Hashable {
        /// Works inside the run only, or reads.
        case inside
        /// Changes something outside the run; what is said in words.
        case changes(String)
        /// Runs code that the workflow hands to it.
        case code
        /// Takes on an account outside GitHub.
        case login(GitHubLogin)
    }

    private let natures: [String: Nature]

    static let known = GitHubActionFacts(lines: knownActions)

    /// One line an action: `inside`, `code`, `changes` or `login`, its name, then what the kind needs.
    ///
    /// `changes NAME WORDS`; `login NAME CLOUD IDENTITY-INPUTS STATIC-INPUTS`, inputs joined by commas, `-` for none.
    init(lines: String) {
        var natures: [String: Nature] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            let nature: Nature? =
                switch words[0] {
                case "inside": .inside
                case "code": .code
                case "changes": .changes(words.dropFirst(2).joined(separator: " "))
                case "login": GitHubLogin(words.dropFirst(2)).map(Nature.login)
                default: nil
                }
            natures[words[1].lowercased()] = nature
        }
        self.natures = natures
    }

    /// What is known of an action, by its name without version; paths below a known repository count as it.
    subscript(name: String) -> Nature? {
        let name = name.lowercased()
        if let nature = natures[name] { return nature }
        let parts = name.split(separator: "/")
        guard parts.count > 2 else { return nil }
        return natures[parts.prefix(2).joined(separator: "/")]
    }
}

/// How an action logs in somewhere.
struct GitHubLogin: Sendable, Hashable {
    /// Where, in one word: `AWS`, `Azure`.
    var cloud: String
    /// Inputs that name the account, the first that is given counts.
    var identityInputs: [String]
    /// Inputs that hold a standing secret instead of a federated login.
    var staticInputs: [String]

    init?(_ words: some Collection<String>) {
        let words = Array(words)
        guard words.count == 3 else { return nil }
        cloud = words[0]
        identityInputs = Self.list(words[1])
        staticInputs = Self.list(words[2])
    }

    private static func list(_ text: String) -> [String] {
        text == "-" ? [] : text.split(separator: ",").map(String.init)
    }
}

/// The logins are from the actions' own pages; `inside` and `changes` say what an action is for.
private let knownActions = """
    login aws-actions/configure-aws-credentials AWS role-to-assume aws-secret-access-key
    login azure/login Azure client-id creds
    login google-github-actions/auth Google service_account,workload_identity_provider credentials_json
    login hashicorp/vault-action Vault role token,secretId
    login openbao/openbao-action OpenBao role token,secretId
    login pypa/gh-action-pypi-publish PyPI repository-url password
    login rust-lang/crates-io-auth-action crates.io url -
    login rubygems/configure-rubygems-credentials RubyGems role-to-assume api-token
    login rubygems/release-gem RubyGems role-to-assume -
    login nuget/login NuGet user -
    login docker/login-action registry registry password
    login redhat-actions/oc-login OpenShift openshift_server_url openshift_token,openshift_password
    login redhat-actions/podman-login registry registry password
    login aliyun/configure-aliyun-credentials-action Alibaba role-to-assume access-key-secret
    login oracle-actions/login-ocir Oracle tenancy auth_token
    login tailscale/github-action Tailscale oauth-client-id,tags authkey,oauth-secret
    login akeyless-community/akeyless-github-action Akeyless access-id access-key
    login jfrog/setup-jfrog-cli JFrog oidc-provider-name -
    login 1password/load-secrets-action 1Password - -
    login infisical/secrets-action Infisical identity-id client-secret
    login dopplerhq/secrets-fetch-action Doppler auth-method doppler-token
    login azure/docker-login registry login-server password
    login fly-apps/setup-flyctl Fly - -
    inside actions/checkout
    inside actions/cache
    inside actions/setup-node
    inside actions/setup-python
    inside actions/setup-go
    inside actions/setup-java
    inside actions/setup-dotnet
    inside actions/upload-artifact
    inside actions/download-artifact
    inside actions/upload-pages-artifact
    inside actions/configure-pages
    inside actions/dependency-review-action
    inside actions/add-to-project
    inside github/codeql-action/init
    inside github/codeql-action/autobuild
    code actions/github-script
    changes actions/deploy-pages publishes a website
    changes actions/create-release publishes a release
    changes actions/upload-release-asset publishes files of a release
    changes actions/labeler labels pull requests
    changes actions/stale closes issues and pull requests
    changes actions/first-interaction writes comments
    changes actions/attest signs statements on what was built
    changes actions/attest-build-provenance signs statements on what was built
    changes actions/attest-sbom signs statements on what was built
    changes actions/delete-package-versions deletes packages
    changes actions/create-github-app-token makes a token of a GitHub app
    changes github/codeql-action/analyze uploads what a scan found
    changes github/codeql-action/upload-sarif uploads what a scan found
    """
