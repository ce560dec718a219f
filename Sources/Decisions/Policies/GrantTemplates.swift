/// What a grant becomes: a link of one of these Cedar templates, open exactly as long as the grant.
///
/// No class of action contains another: a grant to write is none to read.
package enum GrantTemplates {
    package static let text = """
        @id("template.grant-read")
        @because("somebody gave it, until an end")
        permit (principal == ?principal, action == Action::"read", resource in ?resource);

        @id("template.grant-write")
        @because("somebody gave it, until an end")
        permit (principal == ?principal, action == Action::"write", resource in ?resource);

        @id("template.grant-admin")
        @because("somebody gave it, for a task or a few hours")
        permit (principal == ?principal, action == Action::"admin", resource in ?resource);
        """
}
