import Testing

@testable import Domain

struct WorkflowChangesTests {
    private var old: Workflow {
        var workflow = Workflow(key: "w1", name: "sync", path: "w1.json")
        var step = Step(name: "post", connector: "slack", effect: StepEffect(.changeCapable, reason: "`post` writes"))
        step.credentials = [CredentialReference(kind: "slackApi", id: "1", name: "Slack")]
        workflow.steps = [step]
        workflow.owner = OwnerHint(kind: .person, text: "ana@example.com")
        workflow.active = false
        return workflow
    }

    @Test("Nothing is said where nothing changed")
    func same() {
        #expect(old.changes(since: old).isEmpty)
    }

    @Test("A new credential, a new callback, an owner and an activation are each said, and nothing else")
    func changed() {
        var new = old
        new.steps[0].credentials.append(CredentialReference(kind: "httpHeaderAuth", id: "9", name: "Admin header"))
        new.triggers = [
            Trigger(kind: .webhook, step: "hook", callback: Callback(methods: ["POST"], path: "orders"))
        ]
        new.owner = OwnerHint(kind: .person, text: "ben@example.com")
        new.active = true
        #expect(
            new.changes(since: old) == [
                "activated", "owner changed from `ana@example.com` to `ben@example.com`",
                "new credential `httpHeaderAuth Admin header (9) on post`",
                "new callback `POST orders (no authentication)`",
            ]
        )
    }
}
