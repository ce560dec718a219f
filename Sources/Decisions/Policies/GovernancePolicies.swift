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
        @because("what is governed has to be seen by all who govern it, and no secret can be seen")
        permit (principal is User, action in [Action::"view", Action::"verifyLog"], resource)
        when { principal.roles.containsAny(["viewer", "owner", "approver", "security", "admin"]) };

        @id("governance.person-asks")
        @because("asking gives nothing; others decide")
        permit (principal is User, action == Action::"request", resource)
        when { principal.roles.containsAny(["owner", "approver", "security", "admin"]) };

        @id("governance.identity-asks-for-itself")
        @because("a machine may ask for what it needs, and nothing for others")
        permit (principal is Identity, action == Action::"request", resource is Identity)
        when { principal == resource };

        @id("governance.owner-acts")
        @because("who answers for it can describe it, run it and stop it")
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
        @because("what nobody owns is better claimed than left")
        permit (principal is User, action == Action::"register", resource is Identity)
        when { principal.roles.contains("owner") && !(resource has owner) };

        @id("governance.owner-adds")
        @because("what a team built itself and no source shows, it writes down itself")
        permit (principal is User, action == Action::"register", resource is Installation)
        when { principal.roles.contains("owner") };

        @id("governance.backup-stops")
        @because("stopping must not wait for the owner")
        permit (principal is User, action == Action::"stop", resource is Identity)
        when { resource has backupApprover && resource.backupApprover == principal };

        @id("governance.approver-grants")
        @because("giving access is the work of others than its owner")
        permit (principal is User, action == Action::"grant", resource is Identity)
        when { principal.roles.containsAny(["approver", "security"]) };

        @id("governance.security-acts")
        @because("security keeps the inventory and stops what is wrong")
        permit (
            principal is User,
            action in [Action::"importEstate", Action::"register", Action::"stop", Action::"resume"],
            resource
        )
        when { principal.roles.contains("security") };

        @id("governance.admin-acts")
        @because("somebody has to keep the installation going")
        permit (principal is User, action, resource)
        when { principal.roles.contains("admin") };

        @id("governance.identity-issues-for-itself")
        @because("a machine fetches its own short-lived tokens")
        permit (principal is Identity, action == Action::"issue", resource is Identity)
        when { principal == resource };

        @id("governance.no-own-acceptance")
        @reason("no one accepts a risk that they asked to have accepted, or reviews what they did themselves")
        @fix("ask somebody of the security role")
        forbid (principal, action in [Action::"acceptRisk", Action::"review"], resource)
        when { context has own && context.own };

        @id("governance.person-breaks-glass")
        @because("the terms name who may, a review follows, and the time box is short")
        permit (principal is User, action == Action::"breakGlass", resource is Identity);

        @id("governance.owner-proposes-exception")
        @because("proposing accepts nothing; security decides")
        permit (principal is User, action == Action::"proposeException", resource)
        when { principal.roles.containsAny(["owner", "approver", "security"]) };

        @id("governance.security-accepts")
        @because("accepting a risk is the work of security, and never of who asked")
        permit (
            principal is User,
            action in [Action::"acceptRisk", Action::"review", Action::"tell", Action::"reportEvent"],
            resource
        )
        when { principal.roles.contains("security") };

        @id("governance.owner-reports")
        @because("who works with it hears first of what happened outside")
        permit (principal is User, action == Action::"reportEvent", resource)
        when { principal.roles.containsAny(["owner", "approver"]) };

        @id("governance.identity-reports")
        @because("a release pipeline or a platform reports by its own token")
        permit (principal is Identity, action == Action::"reportEvent", resource)
        when { principal.state == "active" };

        @id("governance.responsible-reviews")
        @because("who answers for it knows best whether it is needed")
        permit (principal is User, action == Action::"review", resource is Identity)
        when {
            (resource has owner && resource.owner == principal) ||
            (resource has backupApprover && resource.backupApprover == principal)
        };

        @id("governance.operator-acts")
        @because("whoever holds the data folder answers for all of it, and it is recorded")
        permit (principal is Operator, action, resource);
        """
}
