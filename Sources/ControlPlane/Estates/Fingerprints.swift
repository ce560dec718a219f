package import Domain

extension ControlPlane {
    /// The fingerprints of secrets that an importer elsewhere has met; the values are not kept.
    package func fingerprints(of secrets: [Secret], by caller: Caller) throws -> [Fingerprint] {
        try require(.importEstate, by: caller)
        return secrets.map { $0.withBytes { vault.fingerprint(of: $0) } }
    }
}
