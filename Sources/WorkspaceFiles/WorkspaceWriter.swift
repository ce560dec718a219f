package import Domain
import YAML

/// Writes a workspace as files: one a thing, named after it, in a form that reads back as the same workspace.
package enum WorkspaceWriter {
    package static func files(of workspace: Workspace) -> [WorkspaceFile] {
        var files: [WorkspaceFile] = []
        for system in workspace.systems {
            files.append(file("systems/\(system.name).yaml", tree(system)))
        }
        for identity in workspace.identities {
            files.append(file("identities/\(name(identity)).yaml", tree(identity)))
        }
        for policy in workspace.policies ?? [] {
            files.append(WorkspaceFile(path: "policies/\(policy.name)", bytes: Array(policy.text.utf8)))
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func file(_ path: String, _ tree: YAMLNode) -> WorkspaceFile {
        WorkspaceFile(path: path, bytes: Array(YAMLWriter.text(of: tree).utf8))
    }

    /// A name that any file system takes, with the end of the id, so that two of one name do not meet.
    private static func name(_ identity: IdentityDeclaration) -> String {
        let letters = (identity.name ?? "identity").lowercased().unicodeScalars.map { scalar in
            let isPlain = (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
            return isPlain ? Character(scalar) : "-"
        }
        let words = String(letters).split(separator: "-").joined(separator: "-").prefix(60)
        return "\(words.isEmpty ? "identity" : words)-\(identity.id.text.suffix(8))"
    }

    private static func tree(_ identity: IdentityDeclaration) -> YAMLNode {
        var form = Form()
        form.add("identity", identity.id.text)
        form.add("name", identity.name)
        for name in IdentityDeclaration.fieldNames {
            guard let value = identity.fields[name] else { continue }
            if name == "declaredReach" {
                form.add(name, value.split(separator: ",").map(String.init))
            } else {
                form.add(name, value)
            }
        }
        if let grants = identity.grants {
            form.pairs.append(YAMLPair("grants", YAMLNode(.list(grants.map(tree)))))
        }
        return form.tree
    }

    private static func tree(_ grant: ProposedGrant) -> YAMLNode {
        var form = Form()
        form.add("action", grant.action.rawValue)
        form.add("resource", grant.resource.description)
        form.add("direction", grant.direction?.rawValue)
        form.add("until", grant.ends.text)
        form.add("purpose", grant.conditions.purpose)
        form.add("networks", grant.conditions.networks)
        form.add("hours", grant.conditions.hours?.description)
        if let limit = grant.conditions.perMinute {
            form.pairs.append(YAMLPair("perMinute", YAMLNode(.scalar("\(limit)", isPlain: true))))
        }
        return form.tree
    }

    private static func tree(_ system: System) -> YAMLNode {
        var form = Form()
        form.add("system", system.name)
        form.add("title", system.title)
        form.add("environment", system.environment)
        form.add("function", system.function)
        form.add("vendor", system.vendor)
        form.add("region", system.region)
        form.add("dataClasses", system.dataClasses)
        form.add("upstream", system.upstream)
        form.add("injection", system.injection.text)
        form.add("adminPaths", system.adminPaths)
        return form.tree
    }
}

/// A map under construction; what is nil or empty stays out.
private struct Form {
    var pairs: [YAMLPair] = []

    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        pairs.append(YAMLPair(name, YAMLNode(.scalar(value, isPlain: false))))
    }

    mutating func add(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        pairs.append(YAMLPair(name, YAMLNode(.list(values.map { YAMLNode(.scalar($0, isPlain: false)) }))))
    }

    var tree: YAMLNode { YAMLNode(.map(pairs)) }
}
