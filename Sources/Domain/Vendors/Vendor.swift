/// A company that runs integrations or systems for the organisation.
package struct Vendor: Sendable, Hashable, Codable {
    /// As identities and systems name it.
    package var name: String
    /// Who at the organisation answers for what the vendor runs.
    package var runtimeOwner: ID<User>?
    /// Who answers for the data that it reaches.
    package var dataOwner: ID<User>?
    package var contractBegins: Instant?
    package var contractEnds: Instant?
    /// Whom to call there to have something stopped.
    package var stopContact: String?

    package init(
        name: String,
        runtimeOwner: ID<User>? = nil,
        dataOwner: ID<User>? = nil,
        contractBegins: Instant? = nil,
        contractEnds: Instant? = nil,
        stopContact: String? = nil,
    ) {
        self.name = name
        self.runtimeOwner = runtimeOwner
        self.dataOwner = dataOwner
        self.contractBegins = contractBegins
        self.contractEnds = contractEnds
        self.stopContact = stopContact
    }
}

/// How much depends on one vendor.
package struct VendorConcentration: Sendable, Hashable, Codable {
    package var vendor: Vendor
    package var identities: Int
    package var privileged: Int
    package var systems: Int
    /// Business functions that it reaches, sorted.
    package var functions: [String]
    /// Environments that it reaches, sorted.
    package var environments: [String]
    /// Its part of all identities that have not ended, 0 to 1.
    package var share: Double
    /// What nobody wrote down yet: `runtimeOwner`, `dataOwner`, `contractEnds`, `stopContact`.
    package var missing: [String]

    package init(
        vendor: Vendor,
        identities: Int,
        privileged: Int,
        systems: Int,
        functions: [String],
        environments: [String],
        share: Double,
    ) {
        self.vendor = vendor
        self.identities = identities
        self.privileged = privileged
        self.systems = systems
        self.functions = functions
        self.environments = environments
        self.share = share
        missing = [
            vendor.runtimeOwner == nil ? "runtimeOwner" : nil, vendor.dataOwner == nil ? "dataOwner" : nil,
            vendor.contractEnds == nil ? "contractEnds" : nil, vendor.stopContact == nil ? "stopContact" : nil,
        ].compactMap(\.self)
    }
}
