/// Something that happened outside and makes a review necessary.
package struct OutsideEvent: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// An application was released.
        case release
        /// A vendor changed what it runs.
        case vendorChange
        case newTenant
        /// A credential or system of an identity was exposed.
        case exposure
    }

    package var type: Kind
    /// The system whose integrations it concerns.
    package var system: String?
    /// The system or business function whose integrations it concerns.
    package var application: String?
    /// The vendor whose integrations it concerns.
    package var vendor: String?
    /// The identity it concerns: id, beginning of an id, or name.
    package var identity: String?
    /// In words: a version, an address, what was found; never a secret.
    package var detail: String?

    package init(
        type: Kind,
        system: String? = nil,
        application: String? = nil,
        vendor: String? = nil,
        identity: String? = nil,
        detail: String? = nil,
    ) {
        self.type = type
        self.system = system
        self.application = application
        self.vendor = vendor
        self.identity = identity
        self.detail = detail
    }

    package var cause: ReviewCampaign.Cause {
        switch type {
        case .release: .release
        case .vendorChange: .vendorContract
        case .newTenant: .newTenant
        case .exposure: .exposure
        }
    }
}
