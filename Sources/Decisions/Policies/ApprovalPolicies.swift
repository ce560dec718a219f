/// Which approvals a request needs, and who may give them, as Cedar policies.
///
/// A request's route is made of every `route` policy that permits it: `@requires` names the seats that have to approve,
/// with commas between them; `@alone` lifts them all, but for those of policies marked `@always`; `@because` says why.
/// `@due`, `@escalate`, `@lapse` and `@validity` are days; where several are said, the shortest holds. No policy that permits
/// means that nobody can approve it: it is refused. An organisation's statement adds to these, or stands in the place of the
/// one that its `@replaces` names.
package enum ApprovalPolicies {
    package static let text = """
        @id("route.alone")
        @alone
        @because("it only reads, outside production, for 30 days at most, and its owner asks")
        permit (principal is User, action == Action::"route", resource is Request)
        when {
            ["register", "grant", "expand", "renew", "rotate"].contains(resource.kind) &&
            resource.byOwner && !resource.disputed && resource.class == "readOnly" && resource.days <= 30 &&
            ["development", "test", "staging", "sandbox"].containsAll(resource.environments)
        };

        @id("route.approver-alone")
        @alone
        @because("an approver who does not answer for the identity gives it, nothing privileged, for 90 days at most")
        permit (principal is User, action == Action::"route", resource is Request)
        when {
            resource.kind == "grant" && principal.roles.containsAny(["approver", "security", "admin"]) &&
            !resource.answering.contains(principal.person) && !resource.byMachine &&
            resource.class != "privileged" && resource.days <= 90
        };

        @id("route.security-registers")
        @alone
        @because("somebody who keeps the inventory, and does not answer for the identity, fills it in")
        permit (principal is User, action == Action::"route", resource is Request)
        when {
            resource.kind == "register" && principal.roles.containsAny(["security", "admin"]) &&
            !resource.answering.contains(principal.person) && resource.class != "privileged"
        };

        @id("route.reduce-alone")
        @alone
        @because("it only takes away, and whoever asks answers for the identity or keeps the inventory")
        permit (principal is User, action == Action::"route", resource is Request)
        when {
            resource.kind == "reduce" &&
            (resource.answering.contains(principal.person) ||
             principal.roles.containsAny(["approver", "security", "admin"]))
        };

        @id("route.operator-alone")
        @alone
        @because("whoever holds this installation's data folder answers for all of it but risks and policies")
        permit (principal is Operator, action == Action::"route", resource is Request)
        when { !["exception", "policyChange", "breakGlass"].contains(resource.kind) };

        @id("route.one-approval")
        @requires("approver")
        @because("somebody else than who asks has to agree")
        permit (principal, action == Action::"route", resource is Request)
        when {
            ["register", "grant", "expand", "reduce", "renew", "clone", "rotate"].contains(resource.kind)
        };

        @id("route.privileged")
        @requires("approver, security")
        @because("it is privileged: it can change access, or administer a system")
        @due("2") @escalate("1") @lapse("7")
        permit (principal, action == Action::"route", resource is Request)
        when {
            ["register", "grant", "expand", "renew", "clone"].contains(resource.kind) &&
            resource.class == "privileged"
        };

        @id("route.long-writing")
        @requires("approver, security")
        @because("it may change things in production for more than 90 days")
        permit (principal, action == Action::"route", resource is Request)
        when {
            ["grant", "expand"].contains(resource.kind) && resource.days > 90 &&
            resource.actions.containsAny(["write", "admin"]) &&
            !["development", "test", "staging", "sandbox"].containsAll(resource.environments)
        };

        @id("route.level-up")
        @alone
        @because("it only makes stricter, and whoever asks answers for the identity or keeps the inventory")
        permit (principal is User, action == Action::"route", resource is Request)
        when {
            resource.kind == "level" && !resource.lowersLevel &&
            (resource.answering.contains(principal.person) ||
             principal.roles.containsAny(["approver", "security", "admin"]))
        };

        @id("route.level")
        @requires("security")
        @because("it changes how strictly policy is applied")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.kind == "level" };

        @id("route.level-down")
        @always
        @requires("security")
        @because("it lets pass what policy refuses")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.lowersLevel && !(principal is Operator) };

        @id("route.expedited")
        @always
        @requires("approver, security")
        @because("it is in a hurry")
        @due("1") @escalate("0") @lapse("2")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.expedited && resource.kind != "breakGlass" };

        @id("route.exception")
        @requires("security")
        @because("it accepts a risk")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.kind == "exception" };

        @id("route.break-glass")
        @alone
        @because("the organisation's terms name them for emergencies, and somebody else reviews it afterwards")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.kind == "breakGlass" && resource.named && !resource.byMachine };

        @id("route.policy-change")
        @requires("admin, security")
        @because("it changes what policy says")
        permit (principal, action == Action::"route", resource is Request)
        when { resource.kind == "policyChange" };

        @id("route.quarterly")
        @always
        @validity("90")
        @because("what is privileged is approved for a quarter at a time")
        permit (principal, action == Action::"route", resource is Request)
        when {
            resource.class == "privileged" &&
            !["exception", "policyChange", "breakGlass"].contains(resource.kind)
        };

        @id("approve.not-own")
        @reason("no one approves what they asked for, through whichever account")
        @fix("ask another approver")
        forbid (principal is User, action == Action::"approve", resource is Request)
        when { resource.requesters.contains(principal.person) };

        @id("approve.inactive")
        @reason("the person's account is not active")
        forbid (principal is User, action == Action::"approve", resource is Request)
        unless { principal.status == "active" };

        @id("approve.shared-mailbox")
        @reason("several people read this mailbox, so nobody could tell who approved")
        forbid (principal is User, action == Action::"approve", resource is Request)
        when { principal.sharedMailbox };

        @id("approve.once")
        @reason("the same person has decided on it already")
        forbid (principal is User, action == Action::"approve", resource is Request)
        when { resource.decidedBy.contains(principal.person) };

        @id("approve.owner")
        @because("who answers for the identity may agree to what others ask for it")
        permit (principal is User, action == Action::"approve", resource is Request)
        when {
            ["owner", "approver"].contains(context.seat) && resource has owner && resource.owner == principal
        };

        @id("approve.backup")
        @because("the backup stands in while the owner asked, is away, or did not answer in time")
        permit (principal is User, action == Action::"approve", resource is Request)
        when {
            ["owner", "approver"].contains(context.seat) && resource has backupApprover &&
            resource.backupApprover == principal && (context.escalated || context.ownerAway)
        };

        @id("approve.approver")
        @because("agreeing is what the role is for")
        permit (principal is User, action == Action::"approve", resource is Request)
        when { context.seat == "approver" && principal.roles.containsAny(["approver", "security"]) };

        @id("approve.security")
        @because("agreeing for security is what the role is for")
        permit (principal is User, action == Action::"approve", resource is Request)
        when { context.seat == "security" && principal.roles.contains("security") };

        @id("approve.admin")
        @because("agreeing for the installation is what the role is for")
        permit (principal is User, action == Action::"approve", resource is Request)
        when { context.seat == "admin" && principal.roles.contains("admin") };

        @id("approve.operator")
        @because("whoever holds the data folder answers for all of it, and it is recorded")
        permit (principal == Operator::"local", action == Action::"approve", resource is Request)
        when { !resource.requesters.contains("local") && !resource.decidedBy.contains("local") };
        """
}
