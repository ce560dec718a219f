import Domain

/// What a source cannot tell, in the words of a finding.
enum BlindSpots {
    static func ofUse(_ source: SourceDescription) -> [String] {
        source.capabilities.lastUse ? [] : ["\(source.format) files do not say when a credential was last used"]
    }

    static func ofActivity(_ source: SourceDescription, workflow: Workflow) -> [String] {
        guard workflow.active == nil else { return [] }
        return ["the source does not say whether the workflow is active"]
    }

    static func ofOwners(_ source: SourceDescription) -> [String] {
        source.capabilities.owners ? [] : ["the source names no owners"]
    }

    static func ofSecrets(_ source: SourceDescription) -> [String] {
        source.capabilities.secretValues
            ? [] : ["values are not in the source: two credentials of different names may hold the same secret"]
    }

    static func ofExpiry(_ source: SourceDescription) -> [String] {
        source.capabilities.lastUse && source.capabilities.secretValues
            ? [] : ["the source does not say whether the credential was revoked in the system behind it"]
    }
}
