import Domain
import Testing

@testable import Decisions

/// Repeatable numbers.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct RightSizePropertyTests {
    private static let words = ["contacts", "deals", "notes", "7", "42", "export"]

    private static func path(_ random: inout Seeded, deepest: Int) -> ResourcePath? {
        let segments = (0..<Int.random(in: 0...deepest, using: &random)).map { _ in
            words.randomElement(using: &random) ?? "contacts"
        }
        return ResourcePath(system: "crm", segments: segments)
    }

    private static func grant(_ number: Int, _ world: SmallWorld, _ random: inout Seeded) throws -> Grant {
        var grant = world.grant("grt_\(number)", ActionClass.allCases.randomElement(using: &random) ?? .read, "crm")
        grant = Grant(
            id: grant.id,
            identity: grant.identity,
            action: grant.action,
            resource: try #require(path(&random, deepest: 3)),
            begins: world.now - .days(Bool.random(using: &random) ? 200 : 20),
            ends: world.now + .days(Int64.random(in: 1...50, using: &random)),
            grantedBy: grant.grantedBy,
        )
        switch Int.random(in: 0..<6, using: &random) {
        case 0: grant.conditions.networks = ["10.0.0.0/8"]
        case 1: grant.conditions.hours = DailyWindow("00:00-23:59")
        case 2: grant.direction = grant.action == .read ? .from : .into
        case 3: grant.task = "run-1"
        default: break
        }
        return grant
    }

    @Test(
        "F8: whatever was granted and used, what was let through is let through after the cut, and nothing else is",
        arguments: 1...300 as ClosedRange<UInt64>
    )
    func covers(seed: UInt64) throws {
        var random = Seeded(state: seed)
        var world = SmallWorld()
        world.grants = try (0..<Int.random(in: 1...6, using: &random)).map { try Self.grant($0, world, &random) }
        let before = world.snapshot
        func request(_ action: ActionClass, _ path: ResourcePath, _ address: String, _ task: String?) -> AccessRequest {
            AccessRequest(
                identity: world.identity.id,
                action: action,
                resource: path,
                now: world.now,
                task: task,
                clientAddress: address,
            )
        }
        var asked: [AccessRequest] = []
        for _ in 0..<60 {
            asked.append(
                request(
                    ActionClass.allCases.randomElement(using: &random) ?? .read,
                    try #require(Self.path(&random, deepest: 5)),
                    Bool.random(using: &random) ? "10.1.2.3" : "192.0.2.1",
                    Int.random(in: 0..<4, using: &random) == 0 ? "run-1" : nil,
                )
            )
        }
        let (seen, others) = (asked.prefix(25), asked.dropFirst(25))
        let uses = seen.map { request in
            RecordedUse(
                identity: request.identity,
                action: request.action,
                resource: request.resource,
                address: request.clientAddress ?? "",
                verdict: before.decide(request).verdict,
                last: world.now,
            )
        }
        let size = RightSize(
            of: world.identity.id,
            grants: world.grants,
            uses: uses,
            since: world.now - .days(90),
            recordedSince: world.now - .days(150),
            gated: ["crm"],
            now: world.now,
            most: Int.random(in: 1...4, using: &random),
        )
        var facts = size.revoked.map { FactChange.grantRemoved($0) }
        for (place, asked) in size.replacements.enumerated() {
            #expect(world.grants.contains { asked.isWithin($0.asked) })
            var grant = world.grant("grt_new\(place)", asked.action, asked.resource.description)
            grant.ends = asked.ends
            grant.conditions = asked.conditions
            grant.direction = asked.direction
            grant.task = asked.task
            facts.append(.grant(grant))
        }
        let after = before.applying(facts, version: 8)
        for request in seen where before.decide(request).verdict == .allow {
            #expect(after.decide(request).verdict == .allow, "\(request.action) \(request.resource)")
        }
        for request in others where after.decide(request).verdict == .allow {
            #expect(before.decide(request).verdict == .allow, "\(request.action) \(request.resource)")
        }
        for line in size.lines { #expect(line.becomes.allSatisfy { $0.lies(under: line.resource) }) }
    }
}
