import Domain
import Importers

/// What the catalogue holds, for people and as JSON.
struct CataloguePage: Encodable {
    struct Platform: Encodable {
        var name: String
        var connectors: [String]
        var operations: Int
    }

    struct Rule: Encodable {
        var id: String
        /// nil is unknown, which counts as change-capable.
        var identityClass: IdentityClass?
        var says: String
    }

    var platforms: [Platform]
    var rules: [Rule]

    private enum CodingKeys: CodingKey {
        case platforms, rules
    }

    init(_ catalogue: Catalogue, platform: String?) {
        platforms = catalogue.platforms.filter { platform == nil || platform == $0 }.map { platform in
            let names = catalogue.connectorNames(on: platform)
            let operations = names.compactMap { catalogue.connector($0, on: platform) }
                .flatMap(\.resources.values).reduce(0) { $0 + $1.operations.count }
            return Platform(name: platform, connectors: names, operations: operations)
        }
        rules = catalogue.rules.rules.map { Rule(id: $0.id, identityClass: $0.identityClass, says: $0.says) }
    }

    var text: String {
        var sheet = Sheet()
        sheet.section("platforms")
        var table = Table("platform", "connectors", "operations", numbers: [1, 2])
        for platform in platforms {
            table.add(Table.Cell(platform.name), "\(platform.connectors.count)", "\(platform.operations)")
        }
        sheet.table(table)
        sheet.section("rules, the first that applies decides")
        table = Table("rule", "class", "says")
        for rule in rules {
            table.add(Table.Cell(rule.id), Table.Cell(rule.identityClass?.rawValue ?? "unknown"), Table.Cell(rule.says))
        }
        sheet.table(table)
        return sheet.text
    }
}
