/// What no grant can permit, as Cedar policies.
///
/// `@id` names the policy in decisions, `@reason` says in words what is wrong, `@fix` names the command that helps
/// (`{identity}`, `{resource}`, `{until}`, `{original}` and `{drift}` are filled in), `@binding` marks what holds for identities at level observe and warn too.
/// Where several apply, the first in this order gives the reason.
package enum GuardrailPolicies {
    package static let text = """
        @id("guardrail.retired")
        @reason("the identity was retired for good")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { principal.state == "retired" };

        @id("guardrail.suspended")
        @reason("the identity was stopped")
        @fix("penstock resume {identity} --reason WHY")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { principal.state == "suspended" };

        @id("guardrail.quarantined-copy")
        @reason("the identity is a copy of `{original}` and was never approved itself")
        @fix("penstock request clone {identity} --purpose WHY")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { principal.state == "quarantined" && principal has copyOf };

        @id("guardrail.quarantined")
        @reason("the identity is quarantined")
        @fix("penstock identity show {identity}")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { principal.state == "quarantined" };

        @id("guardrail.expired")
        @reason("the identity reached its end date")
        @fix("penstock identity register {identity} --expires {until}")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { principal has expires && context.now >= principal.expires };

        @id("guardrail.token-age")
        @reason("the token is older than the identity's class allows")
        @fix("penstock token {identity}")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { context has token && context.token.age > principal.longestTokenLife };

        @id("guardrail.token-scope")
        @reason("the token was narrowed to other resources or actions")
        @fix("penstock token {identity}")
        @binding
        forbid (principal is Identity, action, resource is Resource)
        when { context has tokenScope && !(resource in context.tokenScope) };

        @id("guardrail.not-active")
        @reason("the identity is not registered as active")
        @fix("penstock identity register {identity}")
        forbid (principal is Identity, action, resource is Resource)
        unless { principal.state == "active" };

        @id("guardrail.no-owner")
        @reason("nobody owns the identity")
        @fix("penstock identity register {identity} --owner EMAIL")
        forbid (principal is Identity, action, resource is Resource)
        unless { principal has owner };

        @id("guardrail.owner-left")
        @reason("the identity's owner left the organisation")
        @fix("penstock identity register {identity} --owner EMAIL")
        forbid (principal is Identity, action, resource is Resource)
        when { principal has owner && principal.owner.status == "left" };

        @id("guardrail.no-end")
        @reason("the identity has no end date")
        @fix("penstock identity register {identity} --expires {until}")
        forbid (principal is Identity, action, resource is Resource)
        unless { principal has expires };

        @id("guardrail.renewal-passed")
        @reason("the identity was not renewed in time")
        @fix("penstock identity register {identity} --renewal {until}")
        forbid (principal is Identity, action, resource is Resource)
        when { principal has renewal && context.now >= principal.renewal };

        @id("guardrail.approval-void")
        @reason("its approval is void, for what was approved is not what there is: {drift}")
        @fix("penstock request renew {identity} --reason WHY")
        forbid (principal is Identity, action, resource is Resource)
        when { principal has drift };

        @id("guardrail.cross-environment")
        @reason("the identity belongs to another environment than the system")
        forbid (principal is Identity, action, resource is Resource)
        unless { principal has environment && principal.environment == resource.environment };

        @id("guardrail.admin-just-in-time")
        @reason("to administer needs a grant that is open just in time, for one task or for 8 hours at most")
        @fix("penstock request grant {identity} admin {resource} --until 8h --reason WHY")
        forbid (principal is Identity, action == Action::"admin", resource is Resource)
        unless { context has justInTime && context.justInTime };
        """
}
