import Domain
import Importers

/// What is known of one connector, for people and as JSON.
struct ConnectorPage: Encodable {
    struct Operation: Encodable {
        var resource: String?
        var operation: String
        var isDefault: Bool
        /// `read`, `write` or `admin`, a write of the class privileged among the last; nil when nobody said.
        var action: ActionClass?
        var identityClass: IdentityClass?
        var rule: String?
        var reason: String
    }

    struct Credential: Encodable {
        var name: String
        var kind: String?
        /// Asked for by default: an upper bound of what is granted.
        var scopes: [String]
        var reach: ActionClass?
    }

    var name: String
    var platform: String
    var system: SystemKind?
    var trigger: String?
    var resource: String?
    var credentials: [Credential]
    var operations: [Operation]
    /// What a step that states nothing does.
    var byDefault: Operation

    private enum CodingKeys: CodingKey {
        case name, platform, system, trigger, resource, credentials, operations, byDefault
    }

    init(_ connector: Connector, in catalogue: Catalogue) {
        name = connector.name
        platform = connector.platform
        system = connector.system
        trigger = connector.trigger
        resource = connector.resource
        credentials = connector.credentials.map { name in
            let type = catalogue.credentialType(name, on: connector.platform)
            return Credential(
                name: name,
                kind: type?.kind?.rawValue,
                scopes: type?.scopes ?? [],
                reach: type?.reach
            )
        }
        operations = connector.resources.sorted { $0.key < $1.key }.flatMap { resource, known in
            known.operations.keys.sorted().map { operation in
                var line = Self.operation(
                    operation,
                    on: resource == "-" ? nil : resource,
                    of: connector,
                    in: catalogue
                )
                line.isDefault = known.byDefault == operation
                return line
            }
        }
        byDefault = Self.operation(nil, on: nil, of: connector, in: catalogue)
    }

    private static func operation(
        _ operation: String?,
        on resource: String?,
        of connector: Connector,
        in catalogue: Catalogue,
    ) -> Operation {
        let isN8n = connector.platform == "n8n"
        let name = isN8n ? ConnectorName(connector.name) : ConnectorName(plain: connector.name)
        var facts = StepFacts(name, platform: connector.platform)
        facts.operation = operation
        facts.resource = resource
        facts.isTrigger = facts.isTrigger || connector.trigger != nil
        facts.fill(from: catalogue)
        facts.isDefault = false
        let effect = catalogue.effect(of: facts)
        let action = catalogue.rules.action(of: facts)?.actionClass
        return Operation(
            resource: facts.resource,
            operation: facts.operation ?? "",
            isDefault: operation == nil,
            action: effect.identityClass == .privileged && action == .write ? .admin : action,
            identityClass: effect.identityClass,
            rule: effect.rule,
            reason: effect.reason
        )
    }

    var text: String {
        var sheet = Sheet()
        sheet.title(name)
        sheet.entry("platform", platform)
        sheet.entry("system", system?.rawValue ?? "unknown")
        if let trigger { sheet.entry("starts workflows", trigger) }
        for credential in credentials {
            var line = credential.name + (credential.kind.map { ", \($0)" } ?? "")
            if let reach = credential.reach {
                line +=
                    "; asks for \(counted(credential.scopes.count, "scope")), up to \(reach.rawValue): an upper bound"
            }
            sheet.entry(credential.name == credentials.first?.name ? "credentials" : "", line)
        }
        let said = byDefault.operation.isEmpty ? byDefault.reason : "\(shown(byDefault)): \(byDefault.reason)"
        sheet.entry("by default", "\(byDefault.identityClass?.rawValue ?? "unknown"): \(said)")
        guard !operations.isEmpty else { return sheet.text }
        sheet.section("operations")
        var table = Table("resource", "operation", "action", "class", "rule")
        for operation in operations {
            table.add(
                Table.Cell(operation.resource ?? ""),
                Table.Cell(operation.operation + (operation.isDefault ? " *" : "")),
                Table.Cell(operation.action?.rawValue ?? "unknown"),
                Table.Cell(operation.identityClass?.rawValue ?? "unknown", tint(operation.identityClass)),
                Table.Cell(operation.rule ?? "")
            )
        }
        sheet.table(table)
        sheet.line("* what a step does that names its resource only")
        return sheet.text
    }

    private func shown(_ operation: Operation) -> String {
        [operation.resource, operation.operation].compactMap(\.self).joined(separator: " ")
    }

    private func tint(_ identityClass: IdentityClass?) -> Tint? {
        switch identityClass {
        case .readOnly: nil
        case .changeCapable, nil: .yellow
        case .privileged: .red
        }
    }
}
