/// A platform's name of a kind of step, taken apart.
struct ConnectorName: Hashable {
    /// The whole name: `n8n-nodes-base.slackTool`.
    let full: String
    /// The package: `n8n-nodes-base`; empty when there is none.
    let package: String
    /// The connector without package and without the ending of an agent's tool: `slack`.
    let short: String
    /// Whether an agent calls it when it sees fit.
    let isTool: Bool

    init(_ full: String) {
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

    var isLanguageChain: Bool { package.hasSuffix("n8n-nodes-langchain") }

    /// Whether the platform's maker ships it.
    var isOfficial: Bool { package == "n8n-nodes-base" || package == "@n8n/n8n-nodes-langchain" }

    /// Whether it starts workflows.
    var isTrigger: Bool {
        short.hasSuffix("Trigger") || ["webhook", "cron", "interval", "emailReadImap", "start"].contains(short)
    }
}
