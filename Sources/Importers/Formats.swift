/// Every format there is; a new one is one line here.
package enum Formats {
    /// Those read from files, in the order in which they are asked whether they recognise one: first those whose words no
    /// other format has.
    package static let files: [any Importer] = [
        NodeREDImporter(), WorkatoImporter(), N8nImporter(), AWSIAMImporter(), LogicAppsImporter(),
        GitHubActionsImporter(), KubernetesImporter(), InventoryImporter(),
    ]

    /// Those read from a running system.
    package static let live: [any LiveSource.Type] = [
        AWSLiveSource.self, N8nLiveSource.self, PostgresLiveSource.self,
    ]

    /// Names of all formats, files and live, sorted.
    package static var names: [String] {
        Set(files.map(\.format) + live.map { $0.format }).sorted()
    }

    package static func file(_ name: String) -> (any Importer)? { files.first { $0.format == name } }
}
