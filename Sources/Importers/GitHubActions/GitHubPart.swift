import Domain
import YAML

/// What one file of a repository holds.
package struct GitHubPart: Sendable {
    enum Kind: Sendable {
        case workflow(GitHubDraft)
        /// An action that is defined in the repository.
        case action(GitHubAction)
        case owners(CodeOwners)
        /// YAML of another kind.
        case other(String)
    }

    var kind: Kind
}

/// A workflow as its file states it.
struct GitHubDraft: Sendable {
    var draft: WorkflowDraft
    var jobs: [GitHubJob] = []
    var facts = GitHubFacts()
    var triggers: GitHubTriggers
}

/// A job with what is needed once the rest of the repository is known.
struct GitHubJob: Sendable {
    var name: String
    var reader: GitHubStepReader
    var readings: [GitHubStepReader.Reading] = []
    var needs: [String] = []

    /// The permissions of its token.
    var permissions: GitHubPermissions { reader.reach.permissions }
    var environment: String? { reader.reach.environment }
}

/// What is counted of one workflow, as its file states it.
struct GitHubFacts: Sendable, Hashable {
    var jobs = 0
    var steps = 0
    /// Every `uses:` of steps and jobs.
    var uses: [GitHubUses] = []
    var references = GitHubReferences()
    var isWriting = false
    var isWritingAll = false
    var mayAskForIdentityToken = false
    var defaultJobs = 0
    var inheritsSecrets = false
    var isSelfHosted = false
    var images = 0
    var environments: Set<String> = []

    /// Code of other repositories that may change from one run to the next.
    var unpinned: [GitHubUses] {
        uses.filter { uses in
            if case .repository = uses { !uses.isPinned } else { false }
        }
    }
}

/// An action of the repository: `action.yml` in a folder.
struct GitHubAction: Sendable {
    /// Path of its folder, from the root of the import.
    var folder: String
    var name: String
    var using: String
    /// Steps of a composite action.
    var steps: [YAMLNode]
    /// The image of an action that is one.
    var image: String?
}
