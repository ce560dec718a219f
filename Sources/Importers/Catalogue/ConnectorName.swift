/// A platform's name of a kind of step, taken apart.
package struct ConnectorName: Sendable, Hashable {
    /// The whole name: `n8n-nodes-base.slackTool`.
    package let full: String
    /// The package: `n8n-nodes-base`; empty when there is none.
    package let package: String
    /// The connector without package and without the ending of an agent's tool: `slack`.
    package let short: String
    /// Whether an agent calls it when it sees fit.
    package let isTool: Bool

    package init(_ full: String) {
        self.full = full
        let point = full.lastIndex(of: ".")
        package = point.map { String(full[..<$0]) } ?? ""
        var name = point.map { String(full[full.index(after: $0)...]) } ?? full
        var isTool = name.hasPrefix("tool") && package.hasSuffix("langchain")
        for ending in ["HitlTool", "Tool"] where name.hasSuffix(ending) && name.count > ending.count && !isTool {
            name.removeLast(ending.count)
            isTool = true
        }
        short = name
        self.isTool = isTool
    }

    /// A name of a platform that knows neither packages nor tools, taken as it is.
    package init(plain name: String) {
        full = name
        package = ""
        short = name
        isTool = false
    }

    /// The whole name of the connector that an agent's tool was made from, else the whole name itself.
    package var base: String { package.isEmpty ? short : "\(package).\(short)" }

    /// Whether the platform's maker ships it.
    var isOfficial: Bool { package == "n8n-nodes-base" || package == "@n8n/n8n-nodes-langchain" }

    /// Whether its name says that it starts workflows.
    var isTrigger: Bool {
        short.hasSuffix("Trigger") || ["webhook", "cron", "interval", "emailReadImap", "start"].contains(short)
    }
}
