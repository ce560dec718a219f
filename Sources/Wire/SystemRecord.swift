package import Domain

/// A system as the API shows and takes it; its credential is never among it.
package struct SystemRecord: WireBody, Hashable {
    package static let members: Set = [
        "name", "title", "environment", "function", "vendor", "region", "dataClasses", "upstream", "injection",
        "adminPaths", "hasCredential", "openGrants",
    ]

    package var name: String
    package var title: String?
    package var environment: String
    package var function: String?
    package var vendor: String?
    package var region: String?
    package var dataClasses: [String]?
    package var upstream: String?
    /// `none`, `bearer`, `basic` or `header:NAME`.
    package var injection: String?
    package var adminPaths: [String]?
    /// Only in answers.
    package var hasCredential: Bool?
    /// Only in answers.
    package var openGrants: Int?

    package init(name: String, environment: String) {
        self.name = name
        self.environment = environment
    }

    package init(_ system: System, hasCredential: Bool, openGrants: Int) {
        name = system.name
        title = system.title
        environment = system.environment
        function = system.function
        vendor = system.vendor
        region = system.region
        dataClasses = system.dataClasses
        upstream = system.upstream
        injection = system.injection.text
        adminPaths = system.adminPaths
        self.hasCredential = hasCredential
        self.openGrants = openGrants
    }

    /// The system; nil when `injection` is none of the four forms.
    package var system: System? {
        guard let injection = System.Injection(text: injection ?? "none") else { return nil }
        return System(
            name: name,
            title: title ?? name,
            environment: environment,
            function: function,
            vendor: vendor,
            region: region,
            dataClasses: dataClasses ?? [],
            upstream: upstream,
            injection: injection,
            adminPaths: adminPaths ?? [],
        )
    }
}
