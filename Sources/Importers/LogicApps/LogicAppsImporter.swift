import Domain
import SecretScan

/// Reads Azure Logic Apps and Power Automate: resource templates, projects of the Standard plan, solutions and packages.
///
/// What the files look like is described in `docs/importers/logic-apps.md`.
package struct LogicAppsImporter: Importer {
    package var format: String { "logic-apps" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool {
        let name = path.split(separator: "/").last?.lowercased() ?? ""
        if name.hasSuffix(".json") { return name.utf8.count > 5 }
        return name.hasSuffix(".data.xml") || Self.xmlNames.contains(name)
    }

    private static let xmlNames: Set<String> = [
        "customizations.xml", "solution.xml", "environmentvariabledefinition.xml",
    ]

    package func recognises(_ file: SourceFile) -> Bool {
        let name = file.name.lowercased()
        if name.hasSuffix(".xml") {
            return file.contains("<ImportExportXml") || file.contains("<Workflow ")
                || file.contains("<environmentvariabledefinition")
        }
        if Self.companionNames.contains(name) { return true }
        if file.contains("workflowdefinition.json#") || file.contains("Microsoft.Logic/workflows") { return true }
        return
            ([
                "managedApiConnections", "serviceProviderConnections", "Microsoft.Flow", "Microsoft.Web/connections",
            ] as [StaticString])
            .contains { file.contains($0) }
    }

    /// Names that no other format gives its files.
    private static let companionNames: Set<String> = [
        "connectionsmap.json", "apismap.json", "deploymentsettings.json", "customdeploymentsettings.json",
        "environmentvariablevalues.json",
    ]

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> LogicAppsPart {
        if file.name.lowercased().hasSuffix(".xml") { return LogicAppsPart(xml: try XMLReader.root(of: file)) }
        let root = try file.json()
        let search = DefinitionSearch(root)
        let reader = LogicAppReader(path: file.path, scanner: scanner, options: options)
        let secrets = LogicAppSecrets(path: file.path, scanner: scanner, fingerprint: options.fingerprint)
        var part = LogicAppsPart()
        for (place, found) in search.definitions.enumerated() {
            part.workflows.append(reader.draft(of: found, place: search.definitions.count > 1 ? place : nil))
        }
        part.take(search.resources, path: file.path, secrets: secrets)
        part.takeTemplateDefaults(root, secrets: secrets)
        if part.workflows.isEmpty {
            part.takeCompanion(root, file: file, secrets: secrets)
        } else {
            part.kind = .workflows
        }
        return part
    }
}
