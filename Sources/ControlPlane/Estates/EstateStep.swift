import Domain
import Store

/// One part of an estate that came, changed or went, in the words of the report, the log and the history.
struct EstateStep: Sendable {
    enum Turn: Sendable {
        case added, changed, returned, vanished
    }

    /// A workflow or account that a trust may be about.
    struct Subject: Sendable {
        let kind: EstatePartKind
        let name: String
        let path: String

        /// By key; where a workflow and an account share one, the account.
        static func all(
            _ workflows: some Sequence<Workflow>,
            _ principals: some Sequence<Principal>
        ) -> [String: Subject] {
            var subjects: [String: Subject] = [:]
            for each in workflows { subjects[each.key] = Subject(kind: .workflow, name: each.name, path: each.path) }
            for each in principals {
                subjects[each.key] = Subject(kind: .principal, name: each.name, path: each.path ?? "")
            }
            return subjects
        }
    }

    let kind: EstatePartKind
    let key: String
    let name: String
    let path: String
    let turn: Turn
    /// What the source says of it now; nil for what becomes no identity and for what is gone.
    var discovered: Discovered?
    var changes: [String] = []
    /// Digests of the definition before and after; empty when it was not there.
    var before = ""
    var after = ""

    static func all(
        _ source: SourceDescription,
        _ workflows: PartDifference<Workflow>,
        _ principals: PartDifference<Principal>,
        _ trusts: PartDifference<Trust>,
        _ credentials: PartDifference<Credential>,
        subjects: [String: Subject],
    ) -> [EstateStep] {
        var trusted = TrustSentences(trusts, subjects: subjects)
        var steps = workflows.steps(trusted: &trusted) {
            Discovered($0)
        } changes: {
            $0.changes(since: $1)
        }
        steps += principals.steps(trusted: &trusted) {
            Discovered($0, in: source)
        } changes: {
            $0.changes(since: $1)
        }
        // Of credentials only what changed is told: one that is new is told of by what uses it.
        steps += credentials.steps(trusted: &trusted) { _ in
            nil
        } changes: {
            $0.changes(since: $1)
        }
        .filter { $0.turn == .changed && !$0.changes.isEmpty }
        // Trusts of something that did not change itself.
        for (key, sentences) in trusted.rest {
            guard let subject = subjects[key] else { continue }
            steps.append(
                EstateStep(
                    kind: subject.kind,
                    key: key,
                    name: subject.name,
                    path: subject.path,
                    turn: .changed,
                    changes: sentences,
                )
            )
        }
        return steps
    }
}

extension PartDifference {
    fileprivate func steps(
        trusted: inout TrustSentences,
        discovered: (Part) -> Discovered?,
        changes: (Part, Part) -> [String],
    ) -> [EstateStep] {
        var steps: [EstateStep] = []
        for part in added {
            _ = trusted.take(part.partKey)
            steps.append(step(part, .added, discovered(part)))
        }
        for pair in changed {
            var step = step(pair.new, .changed, discovered(pair.new))
            step.changes = changes(pair.new, pair.old) + trusted.take(pair.new.partKey)
            if step.changes.isEmpty, let old = pair.old as? Workflow, let new = pair.new as? Workflow {
                step.changes = [Self.words(old, new)]
            }
            // A definition that stayed the same and was judged anew says its class already.
            let isJudgedAnew = (pair.old as? Workflow).map { $0.digest == (pair.new as? Workflow)?.digest } ?? false
            if !isJudgedAnew,
                let words = discovered(pair.new)?.classification.words(after: discovered(pair.old)?.classification)
            {
                step.changes.append(words)
            }
            step.before = pair.before
            step.after = (try? EstateStage.Row.digest(of: pair.new)) ?? ""
            steps.append(step)
        }
        for part in returned {
            var step = step(part, .returned, discovered(part))
            step.changes = ["is there again"] + trusted.take(part.partKey)
            steps.append(step)
        }
        for part in vanished {
            _ = trusted.take(part.partKey)
            var step = step(part, .vanished, nil)
            step.changes = ["is gone from its source"]
            steps.append(step)
        }
        return steps
    }

    /// Why a workflow counts as changed of which nothing that is listed differs.
    private static func words(_ old: Workflow, _ new: Workflow) -> String {
        guard old.digest == new.digest else {
            return "parameters changed, and nothing of what it reaches, uses or is started by"
        }
        let (before, after) = (Classification(of: old.steps).identityClass, Classification(of: new.steps).identityClass)
        return before == after
            ? "judged anew by other rules, with the same class"
            : "judged anew by other rules: `\(before.rawValue)` became `\(after.rawValue)`"
    }

    private func step(_ part: Part, _ turn: EstateStep.Turn, _ discovered: Discovered?) -> EstateStep {
        let (name, path): (String, String) =
            switch part {
            case let workflow as Workflow: (workflow.name, workflow.path)
            case let principal as Principal: (principal.name, principal.path ?? "")
            case let credential as Credential: (credential.reference.name ?? credential.key, "")
            default: (part.partKey, "")
            }
        return EstateStep(
            kind: Part.partKind,
            key: part.partKey,
            name: name,
            path: path,
            turn: turn,
            discovered: discovered
        )
    }
}

/// What changed in the trusts, by the workflow or account that it is about.
private struct TrustSentences {
    /// What nobody took, by key.
    var rest: [(key: String, sentences: [String])] {
        sentences.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private var sentences: [String: [String]] = [:]

    init(_ trusts: PartDifference<Trust>, subjects: [String: EstateStep.Subject]) {
        func add(_ trust: Trust, _ what: String) {
            let subject = subjects[trust.to] != nil ? trust.to : trust.from
            sentences[subject, default: []].append("\(what): \(trust.words(seenFrom: subject))")
        }
        for trust in trusts.added { add(trust, "new trust") }
        for trust in trusts.vanished { add(trust, "trust is gone") }
    }

    mutating func take(_ key: String) -> [String] { sentences.removeValue(forKey: key) ?? [] }
}
