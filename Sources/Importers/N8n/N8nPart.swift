import Domain

/// What one file of an n8n source holds.
package struct N8nPart: Sendable {
    enum Kind: Sendable, Hashable {
        case workflows, credentials, project, tags, folders, variables, tables
        /// JSON that n8n does not write.
        case other

        /// A list that holds neither workflows nor credentials: known by the name of its file.
        init(ofList path: String) {
            self =
                switch path.split(separator: "/").last {
                case "variable_stubs.json", "variables.json": .variables
                case "data_tables.json": .tables
                default: .other
                }
        }
    }

    var kind = Kind.other
    var workflows: [N8nWorkflow] = []
    var credentials: [Credential] = []
    var projects: [String: N8nProject] = [:]
    /// Names of tags by id.
    var tagNames: [String: String] = [:]
    /// Ids of tags by id of the workflow that carries them.
    var tagsOfWorkflows: [String: [String]] = [:]
    var remarks: [Rejection] = []
    /// Credentials of an export that hold their values in plain text, and those whose values are encrypted.
    var plainCredentials = 0
    var encryptedCredentials = 0

    /// Variables that hold secrets.
    var variableSecrets: [Credential] = []

    var isEmpty: Bool { workflows.isEmpty && credentials.isEmpty }

    /// Reads `tags.json` of a source-control folder.
    mutating func takeTags(_ object: JSONValue) {
        for tag in object.elements(of: "tags") {
            if let id = tag["id"]?.scalarText, let name = tag["name"]?.string { tagNames[id] = name }
        }
        for mapping in object.elements(of: "mappings") {
            if let workflow = mapping["workflowId"]?.scalarText, let tag = mapping["tagId"]?.scalarText {
                tagsOfWorkflows[workflow, default: []].append(tag)
            }
        }
    }
}

/// A workflow as its file states it, before the rest of its source is known.
struct N8nWorkflow: Sendable {
    var workflow: Workflow
    /// The platform's id; nil when the file has none.
    var id: String?
    /// Id of the project that owns it, where only the id is stated.
    var projectID: String?
    var settings: N8nSettings
    /// Nodes that are notes on the canvas and no steps.
    var notes = 0
    /// Nodes that are no objects and were passed over.
    var brokenNodes = 0
    /// Hash of the definition without what is joined to it later.
    var contentHash: [UInt8]
}

/// A project or person that owns workflows.
struct N8nProject: Sendable {
    var name: String
    var isTeam: Bool

    init(_ object: JSONValue) {
        name = object["name"]?.string ?? object["id"]?.scalarText ?? ""
        isTeam = object["type"]?.string != "personal"
    }
}
