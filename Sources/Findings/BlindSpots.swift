import Domain

/// What a source cannot tell, in the words of a finding.
enum BlindSpots {
    static func ofUse(_ source: SourceDescription) -> [String] {
        [source.blindSpot(.lastUse)].compactMap(\.self)
    }

    static func ofActivity(_ source: SourceDescription, workflow: Workflow) -> [String] {
        guard workflow.active == nil else { return [] }
        return [source.blindSpot(.activeFlag) ?? "the source does not say whether the workflow is active"]
    }

    static func ofOwners(_ source: SourceDescription) -> [String] {
        [source.blindSpot(.owners)].compactMap(\.self)
    }

    static func ofSecrets(_ source: SourceDescription) -> [String] {
        [source.blindSpot(.secretValues)].compactMap(\.self)
    }

    static func ofExpiry(_ source: SourceDescription) -> [String] {
        source.capabilities.lastUse && source.capabilities.secretValues
            ? [] : ["the source does not say whether the credential was revoked in the system behind it"]
    }
}
