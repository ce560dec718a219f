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

        @id("governance.operator-acts")
        permit (principal is Operator, action, resource);
        """
}
