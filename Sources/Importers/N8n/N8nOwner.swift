import Domain

/// Owners in the shapes that n8n writes.
enum N8nOwner {
    /// Who owns a workflow, and through which project.
    struct Ownership {
        var hint: OwnerHint?
        var project: String?
        /// Set where only the id of the owning project is stated.
        var projectID: String?
    }

    static func ownership(of workflow: JSONValue) -> Ownership {
        var ownership = Ownership()
        if let owner = workflow["owner"], !owner.isNull {
            ownership.hint = hint(owner)
            ownership.project = owner["teamName"]?.string ?? owner["projectName"]?.string
            ownership.projectID = owner["teamId"]?.scalarText ?? owner["projectId"]?.scalarText
        } else if let share = workflow["shared"]?.elements.first(where: { $0["role"]?.string == "workflow:owner" }) {
            if let project = share["project"], project.isObject {
                let name = project["name"]?.string
                ownership.project = name
                ownership.hint = name.map {
                    OwnerHint(kind: project["type"]?.string == "personal" ? .person : .team, text: $0)
                }
            }
            ownership.projectID = share["projectId"]?.scalarText
        }
        if let home = workflow["homeProject"], home.isObject, ownership.project == nil {
            ownership.project = home["name"]?.string
        }
        return ownership
    }

    /// Reads `{"type": "personal", "personalEmail": …}`, `{"type": "team", "teamName": …}` or a plain address.
    static func hint(_ owner: JSONValue) -> OwnerHint? {
        if let text = owner.string { return text.isEmpty ? nil : OwnerHint(kind: .person, text: text) }
        guard owner.isObject else { return nil }
        let team = owner["teamName"]?.string ?? owner["teamId"]?.scalarText
        let person = owner["personalEmail"]?.string ?? owner["projectName"]?.string
        switch owner["type"]?.string {
        case "team": return team.map { OwnerHint(kind: .team, text: $0) }
        case "personal": return person.map { OwnerHint(kind: .person, text: $0) }
        default:
            if let person { return OwnerHint(kind: .person, text: person) }
            return team.map { OwnerHint(kind: .team, text: $0) }
        }
    }
}
