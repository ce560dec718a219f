/// What a grant becomes: a link of one of these Cedar templates, open exactly as long as the grant.
///
/// No class of action contains another: a grant to write is none to read.
package enum GrantTemplates {
    package static let text = """
        @id("template.grant-read")
        permit (principal == ?principal, action == Action::"read", resource in ?resource);

        @id("template.grant-write")
        permit (principal == ?principal, action == Action::"write", resource in ?resource);

        @id("template.grant-admin")
        permit (principal == ?principal, action == Action::"admin", resource in ?resource);
        """
}
