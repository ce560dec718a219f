/// What policies can speak of, as a Cedar schema.
package enum PolicySchema {
    package static let text = """
        // Penstock's schema: who acts, on what, under which circumstances.

        entity Environment;

        entity System in [Environment] {
            name: String,
            environment: String,
            function?: String,
            vendor?: String,
            region?: String,
            dataClasses: Set<String>,
        };

        // What lies inside a system: `crm` is all of it, `crm/contacts` a part.
        entity Resource in [Resource, System, Environment] {
            path: String,
            system: System,
            environment: String,
        };

        entity Identity {
            name: String,
            kind: String,
            state: String,
            class: String,
            level: String,
            environment?: String,
            function?: String,
            vendor?: String,
            owner?: User,
            technicalOwner?: User,
            backupApprover?: User,
            expires?: datetime,
            renewal?: datetime,
            longestTokenLife: duration,
            copyOf?: Identity,
        };

        entity User {
            email: String,
            status: String,
            team?: String,
            roles: Set<String>,
            sharedMailbox: Bool,
        };

        // Whoever sits at the machine itself, and Penstock when it does what is due.
        entity Operator enum ["local", "penstock"];

        entity Installation enum ["here"];

        type Circumstances = {
            now: datetime,
            token?: { age: duration },
            // What the token was narrowed to, for this class of action.
            tokenScope?: Set<Resource>,
            task?: String,
            originalCaller?: String,
            hops: Long,
            address?: ipaddr,
        };

        action read, write, admin appliesTo {
            principal: Identity,
            resource: Resource,
            context: Circumstances,
        };

        action view, importEstate, register, "grant", issue, stop, resume, administer, verifyLog appliesTo {
            principal: [User, Operator, Identity],
            resource: [Identity, System, Installation],
            context: { now: datetime },
        };
        """
}
