/// What people, the operator and identities may do to Penstock's own records, as Cedar policies.
package enum GovernancePolicies {
    package static let text = """
        @id("governance.inactive-person")
        @reason("the person's account is not active")
        forbid (principal is User, action, resource)
        unless { principal.status == "active" };

        @id("governance.no-own-grant")
        @reason("no one grants access to an identity that they answer for")
        @fix("ask the backup approver or another approver")
        forbid (principal is User, action == Action::"grant", resource is Identity)
        when {
            (resource has owner && resource.owner == principal) ||
            (resource has technicalOwner && resource.technicalOwner == principal)
        };

        @id("governance.issue-needs-active")
        @reason("tokens are issued to active identities only")
        @fix("penstock identity register {identity}")
        forbid (principal, action == Action::"issue", resource is Identity)
        unless { resource.state == "active" };

        @id("governance.issue-needs-future")
        @reason("the identity reached its end date")
        @fix("penstock identity register {identity} --expires {until}")
        forbid (principal, action == Action::"issue", resource is Identity)
        unless { resource has expires && context.now < resource.expires };

        @id("governance.role-views")
        permit (principal is User, action in [Action::"view", Action::"verifyLog"], resource)
        when { principal.roles.containsAny(["viewer", "owner", "approver", "security", "admin"]) };

        @id("governance.person-asks")
        permit (principal is User, action == Action::"request", resource)
        when { principal.roles.containsAny(["owner", "approver", "security", "admin"]) };

        @id("governance.identity-asks-for-itself")
        permit (principal is Identity, action == Action::"request", resource is Identity)
        when { principal == resource };

        @id("governance.owner-acts")
        permit (
            principal is User,
            action in [Action::"register", Action::"issue", Action::"stop"],
            resource is Identity
        )
        when {
            principal.roles.contains("owner") &&
            ((resource has owner && resource.owner == principal) ||
             (resource has technicalOwner && resource.technicalOwner == principal))
        };

        @id("governance.owner-claims")
        permit (principal is User, action == Action::"register", resource is Identity)
        when { principal.roles.contains("owner") && !(resource has owner) };

        // What a team built itself and no source shows, it writes down itself.
        @id("governance.owner-adds")
        permit (principal is User, action == Action::"register", resource is Installation)
        when { principal.roles.contains("owner") };

        @id("governance.backup-stops")
        permit (principal is User, action == Action::"stop", resource is Identity)
        when { resource has backupApprover && resource.backupApprover == principal };

        @id("governance.approver-grants")
        permit (principal is User, action == Action::"grant", resource is Identity)
        when { principal.roles.containsAny(["approver", "security"]) };

        @id("governance.security-acts")
        permit (
            principal is User,
            action in [Action::"importEstate", Action::"register", Action::"stop", Action::"resume"],
            resource
        )
        when { principal.roles.contains("security") };

        @id("governance.admin-acts")
        permit (principal is User, action, resource)
        when { principal.roles.contains("admin") };

        @id("governance.identity-issues-for-itself")
        permit (principal is Identity, action == Action::"issue", resource is Identity)
        when { principal == resource };

        @id("governance.no-own-acceptance")
        @reason("no one accepts a risk that they asked to have accepted, or reviews what they did themselves")
        @fix("ask somebody of the security role")
        forbid (principal, action in [Action::"acceptRisk", Action::"review"], resource)
        when { context has own && context.own };

        @id("governance.person-breaks-glass")
        permit (principal is User, action == Action::"breakGlass", resource is Identity);

        @id("governance.owner-proposes-exception")
        permit (principal is User, action == Action::"proposeException", resource)
        when { principal.roles.containsAny(["owner", "approver", "security"]) };

        @id("governance.security-accepts")
        permit (
            principal is User,
            action in [Action::"acceptRisk", Action::"review", Action::"tell", Action::"reportEvent"],
            resource
        )
        when { principal.roles.contains("security") };

        @id("governance.owner-reports")
        permit (principal is User, action == Action::"reportEvent", resource)
        when { principal.roles.containsAny(["owner", "approver"]) };

        // A release pipeline or a platform reports by its own token.
        @id("governance.identity-reports")
        permit (principal is Identity, action == Action::"reportEvent", resource)
        when { principal.state == "active" };

        @id("governance.responsible-reviews")
        permit (principal is User, action == Action::"review", resource is Identity)
        when {
            (resource has owner && resource.owner == principal) ||
            (resource has backupApprover && resource.backupApprover == principal)
        };

        @id("governance.operator-acts")
        permit (principal is Operator, action, resource);
        """
}
