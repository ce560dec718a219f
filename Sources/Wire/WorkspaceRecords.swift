package import Domain

/// A workspace to be compared with the state.
package struct PlanOrder: WireBody {
    package static let members: Set = ["workspace", "since"]

    package var workspace: Workspace
    /// Recorded requests from then on are asked again under its policies.
    package var since: Instant

    package init(workspace: Workspace, since: Instant) {
        self.workspace = workspace
        self.since = since
    }
}

/// A workspace to be carried out.
package struct ApplyOrder: WireBody {
    package static let members: Set = ["workspace", "note"]

    package var workspace: Workspace
    /// Why, for the log and for those who approve.
    package var note: String

    package init(workspace: Workspace, note: String) {
        self.workspace = workspace
        self.note = note
    }
}
