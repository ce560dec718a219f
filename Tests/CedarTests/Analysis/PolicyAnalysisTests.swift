import Testing

@testable import Cedar

struct PolicyAnalysisTests {
    private static let schema = """
        entity User in [Team]; entity Team in [Team]; entity Bot;
        entity Photo in [Album] { owner: User }; entity Album;
        action view, edit in [use] appliesTo { principal: [User, Bot], resource: Photo };
        action use;
        action list appliesTo { principal: User, resource: Album };
        """

    private static func findings(_ text: String, _ entities: Entities? = nil) throws -> [String] {
        let analysis = PolicyAnalysis(try Schema(parsing: schema))
        return analysis.findings(in: try PolicySet(parsing: text), entities).map { finding in
            "\(finding.policy) \(finding.kind.rawValue)" + (finding.other.map { " by \($0)" } ?? "")
        }
    }

    @Test("A forbid without condition hides the permits that it covers and no others")
    func shadowed() throws {
        let text = """
            forbid(principal in Team::"t", action in Action::"use", resource);
            permit(principal in Team::"t", action == Action::"view", resource);
            permit(principal == Team::"t", action == Action::"view", resource);
            permit(principal is User in Team::"t", action in Action::"use", resource) when { resource.owner == principal };
            permit(principal in Team::"t", action, resource);
            permit(principal in Team::"u", action == Action::"view", resource);
            permit(principal, action == Action::"view", resource);
            """
        #expect(
            try Self.findings(text) == [
                "policy1 shadowed by policy0", "policy2 neverApplies", "policy3 shadowed by policy0",
                "policy5 redundant by policy6",
            ]
        )
    }

    @Test("A forbid with a condition hides nothing")
    func conditional() throws {
        let text = """
            forbid(principal, action, resource) unless { principal is User };
            permit(principal is Bot, action == Action::"view", resource);
            """
        #expect(try Self.findings(text).isEmpty)
    }

    @Test("A type that the schema implies covers a scope that does not name it")
    func implied() throws {
        let text = """
            forbid(principal is User, action, resource is Album);
            permit(principal, action == Action::"list", resource);
            permit(principal, action == Action::"view", resource);
            """
        #expect(try Self.findings(text) == ["policy1 shadowed by policy0"])
    }

    @Test("Duplicates are found whatever their annotations, and superfluous policies too")
    func duplicates() throws {
        let text = """
            @id("a") permit(principal, action == Action::"view", resource) when { resource.owner == principal };
            @id("b") permit(principal, action == Action::"view", resource) when { resource.owner == principal };
            permit(principal == User::"u", action == Action::"edit", resource);
            permit(principal is User, action == Action::"edit", resource);
            """
        #expect(try Self.findings(text) == ["policy1 duplicate by policy0", "policy2 redundant by policy3"])
    }

    @Test("Policies that no request can fit are found by scope and by condition")
    func neverApplies() throws {
        let text = """
            permit(principal is Album, action, resource);
            permit(principal, action == Action::"list", resource is Photo);
            permit(principal, action == Action::"list", resource) when { principal is Bot };
            permit(principal, action == Action::"list", resource) when { principal is User };
            permit(principal, action == Action::"use", resource);
            """
        #expect(
            try Self.findings(text) == [
                "policy0 neverApplies", "policy1 neverApplies", "policy2 neverApplies", "policy4 neverApplies",
            ]
        )
    }

    @Test("Links are compared with their slots filled, and their entities looked up")
    func links() throws {
        let (user, photo) = (Name(unchecked: "User"), Name(unchecked: "Photo"))
        let known = EntityUID(user, "known")
        var set = try PolicySet(
            parsing: """
                permit(principal == ?principal, action == Action::"view", resource);
                forbid(principal == User::"known", action, resource);
                """
        )
        for (id, uid) in [("l0", known), ("l1", EntityUID(user, "gone")), ("l2", EntityUID(photo, "known"))] {
            try set.link(TemplateLink(template: "policy0", id: PolicyID(Text(id)), values: [.principal: uid]))
        }
        let analysis = PolicyAnalysis(try Schema(parsing: Self.schema))
        let findings = analysis.findings(in: set, try Entities([Entity(known)]))
        #expect(
            findings.map { "\($0.policy) \($0.kind.rawValue)" } == [
                "l0 shadowed", "l1 missingEntity", "l2 neverApplies", "l2 missingEntity",
            ]
        )
    }

    @Test("An enumerated entity exists without being stored")
    func enumerated() throws {
        let schema = try Schema(
            parsing: "entity U; entity C enum [\"red\"]; action a appliesTo { principal: U, resource: C };"
        )
        let set = try PolicySet(parsing: "permit(principal, action, resource == C::\"red\");")
        #expect(PolicyAnalysis(schema).findings(in: set, Entities()).isEmpty)
    }
}
