import ControlPlane
import Domain

/// What starts an identity and what it acts on, as a picture of three columns: triggers, itself, connectors.
struct Reach: Sendable {
    struct Node: Sendable {
        var kind: String
        var x: String
        var y: String
        var textX: String
        var textY: String
        var subY: String
        var label: String
        var sub: String
    }

    struct Edge: Sendable {
        var tone: String
        var path: String
    }

    var height: String
    var spoken: String
    var nodes: [Node] = []
    var edges: [Edge] = []

    /// - Returns: nil when there is nothing on either side.
    init?(name: String, kind: String, workflow: Workflow) {
        let left = Self.triggers(of: workflow)
        let right = Self.targets(of: workflow)
        self.init(
            Side(label: name, sub: kind, tone: ""),
            left: left,
            right: right,
            spoken:
                "\(name) is started by \(Words.count(left.count, "trigger")) and acts on "
                + Words.count(right.count, "target"),
        )
    }

    /// Who may act as an account, and what it may reach.
    ///
    /// - Returns: nil when there is nothing on either side.
    init?(name: String, kind: String, account: Principal, trusts: [Trust]) {
        let left = trusts.filter { $0.to == account.key }.map { trust in
            Side(
                label: trust.from == "*" ? "Everybody" : Self.short(trust.from),
                sub: trust.isExternal ? "\(trust.kind.rawValue), from outside" : trust.kind.rawValue,
                tone: trust.isOpenToEveryone ? "critical" : trust.isExternal ? "medium" : "",
            )
        }
        var strongest: [String: IdentityClass] = [:]
        for right in account.rights {
            let place = right.resource == "*" ? "everything" : Self.short(right.resource)
            strongest[place] = max(strongest[place] ?? .readOnly, right.effect.identityClass ?? .changeCapable)
        }
        let right = strongest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { place, identityClass in
            Side(
                label: place,
                sub: Words.of(identityClass),
                tone: identityClass == .readOnly ? "good" : Tone.of(identityClass),
            )
        }
        self.init(
            Side(label: name, sub: kind, tone: ""),
            left: Self.cut(left),
            right: Self.cut(right),
            spoken: "\(Words.count(left.count, "other")) may act as \(name), which reaches "
                + Words.count(right.count, "resource"),
        )
    }

    /// Where a workflow comes from and stands besides, and its copies.
    ///
    /// - Returns: nil when nothing is like it.
    init?(family: IdentityFamily) {
        func side(_ kin: Kin) -> Side {
            let tone = kin.shared.isEmpty ? (kin.isCopy ? "medium" : "good") : "critical"
            let place = [FamilyPart.word(kin.relation), kin.environment, kin.team ?? kin.sourceName]
            return Side(label: kin.name, sub: place.compactMap(\.self).joined(separator: ", "), tone: tone)
        }
        let left = family.kin.filter { !$0.isCopy || $0.relation == .origin }.map(side)
        let right = family.kin.filter { $0.isCopy && $0.relation != .origin }.map(side)
        self.init(
            Side(label: family.identity.name, sub: Words.of(family.identity.kind), tone: ""),
            left: Self.cut(left),
            right: Self.cut(right),
            spoken: "\(family.identity.name) has \(Words.count(right.count, "copy", "copies")) and "
                + "\(Words.count(left.count, "deployment or origin", "deployments and origins"))",
        )
    }

    private static func short(_ name: String) -> String {
        guard name.hasPrefix("arn:") else { return name }
        return name.split(separator: ":", maxSplits: 5).last.map(String.init) ?? name
    }

    private init?(_ middleSide: Side, left: [Side], right: [Side], spoken: String) {
        guard !left.isEmpty || !right.isEmpty else { return nil }
        self.spoken = spoken
        let rows = max(left.count, right.count, 1)
        let total = rows * Self.rowHeight
        height = String(total + 8)
        let middle = total / 2 + 4
        add(middleSide, kind: "node self", x: 280, center: middle)
        for (row, side) in left.enumerated() {
            let center = Self.center(row, of: left.count, within: total)
            add(side, kind: "node", x: 2, center: center)
            edges.append(Edge(tone: side.tone, path: "M202 \(center)C241 \(center) 241 \(middle) 280 \(middle)"))
        }
        for (row, side) in right.enumerated() {
            let center = Self.center(row, of: right.count, within: total)
            add(side, kind: "node", x: 558, center: center)
            edges.append(Edge(tone: side.tone, path: "M480 \(middle)C519 \(middle) 519 \(center) 558 \(center)"))
        }
    }

    private struct Side {
        var label: String
        var sub: String
        var tone: String
    }

    private static let rowHeight = 50
    /// More than this on one side are counted, not drawn.
    private static let drawn = 7

    private mutating func add(_ side: Side, kind: String, x: Int, center: Int) {
        nodes.append(
            Node(
                kind: kind,
                x: String(x),
                y: String(center - 20),
                textX: String(x + 12),
                textY: String(center - 2),
                subY: String(center + 12),
                label: shortened(side.label, to: 27),
                sub: shortened(side.sub, to: 32),
            )
        )
    }

    private static func center(_ row: Int, of count: Int, within total: Int) -> Int {
        let offset = (total - count * rowHeight) / 2
        return offset + row * rowHeight + rowHeight / 2 + 4
    }

    private static func triggers(of workflow: Workflow) -> [Side] {
        let sides = workflow.triggers.map { trigger in
            let open = trigger.callback != nil && trigger.callback?.authentication == nil
            let place = trigger.callback.map { "/" + $0.path } ?? trigger.schedule ?? trigger.step
            return Side(
                label: Words.sentence(trigger.kind.rawValue),
                sub: open ? "\(place) – anyone may call" : place,
                tone: open ? "critical" : "",
            )
        }
        return cut(sides)
    }

    private static func targets(of workflow: Workflow) -> [Side] {
        var strongest: [String: IdentityClass] = [:]
        var steps: [String: Int] = [:]
        for step in workflow.steps where !step.credentials.isEmpty || step.target != nil {
            let place = step.target ?? connectorName(step.connector)
            strongest[place] = max(strongest[place] ?? .readOnly, step.effect.identityClass ?? .changeCapable)
            steps[place, default: 0] += 1
        }
        let sorted = strongest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let sides = sorted.map { place, identityClass in
            Side(
                label: place,
                sub: "\(Words.of(identityClass)), \(Words.count(steps[place] ?? 0, "step"))",
                tone: identityClass == .readOnly ? "good" : Tone.of(identityClass),
            )
        }
        return cut(sides)
    }

    private static func cut(_ sides: [Side]) -> [Side] {
        guard sides.count > drawn else { return sides }
        return sides.prefix(drawn - 1) + [Side(label: "and \(sides.count - drawn + 1) more", sub: "", tone: "")]
    }
}

/// The last part of a platform's name of a connector: `n8n-nodes-base.slack` gives `slack`.
func connectorName(_ connector: String) -> String {
    connector.split(separator: ".").last.map(String.init) ?? connector
}

func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
}
