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
            pattern?: String,
            copyOf?: Identity,
            suspension?: String,
            // What is not any more as it was approved.
            drift?: String,
            // Whether it changes users, groups, roles, credentials or who may do what.
            touchesIdentity: Bool,
            // `production`, `cloudAPI`, `database`, `pipeline`, `directory`, `secretStore`.
            reaches: Set<String>,
        };

        // A team's people belong to all teams that it is a part of.
        entity Team in [Team] { name: String };

        entity User in [Team] {
            email: String,
            status: String,
            team?: String,
            roles: Set<String>,
            sharedMailbox: Bool,
            // Accounts of one person have the same.
            person: String,
        };

        // Something asked for that somebody has to allow.
        entity Request {
            kind: String,
            // Accounts and people who asked, or on whose word the machine asked.
            requesters: Set<String>,
            byMachine: Bool,
            byOwner: Bool,
            // It is not clear whose the identity is.
            disputed: Bool,
            identity?: Identity,
            // The people who answer for the identity, as it is and as it would be.
            answering: Set<String>,
            owner?: User,
            technicalOwner?: User,
            backupApprover?: User,
            class: String,
            pattern?: String,
            // Of the identity and of every system that is asked for; `unknown` where nobody said.
            environments: Set<String>,
            actions: Set<String>,
            systems: Set<String>,
            // Of the data in every system that is asked for: `pci`, `personal` …
            dataClasses: Set<String>,
            // Business functions and regions of those systems.
            functions: Set<String>,
            regions: Set<String>,
            // Until the last of what it gives ends, begun days counted whole.
            days: Long,
            expedited: Bool,
            // The organisation's terms name who would act in an emergency.
            named: Bool,
            // What policy refuses would pass that does not now.
            lowersLevel: Bool,
            // People who have decided on it.
            decidedBy: Set<String>,
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
            // `from` the system or `into` it.
            direction: String,
            // What the token says it is for.
            purpose?: String,
            // Of what is to be administered: whether a grant for this task, or a short one, is open for it.
            justInTime?: Bool,
            // Requests of the identity in the minute before this one, where they are counted.
            lastMinute?: Long,
        };

        action read, write, admin appliesTo {
            principal: Identity,
            resource: Resource,
            context: Circumstances,
        };

        action proposeException, acceptRisk, breakGlass, review, tell, reportEvent appliesTo {
            principal: [User, Operator, Identity],
            resource: [Identity, System, Installation],
            // `own`: what the principal asked for or did.
            context: { now: datetime, own?: Bool },
        };

        action view, importEstate, register, "grant", issue, stop, resume, administer, verifyLog appliesTo {
            principal: [User, Operator, Identity],
            resource: [Identity, System, Installation],
            context: { now: datetime },
        };

        action request appliesTo {
            principal: [User, Operator, Identity],
            resource: [Identity, Installation],
            context: { now: datetime },
        };

        // Which approvals a request needs: the annotations of all policies that permit it say so.
        action route appliesTo {
            principal: [User, Operator, Identity],
            resource: Request,
            context: { now: datetime },
        };

        action approve appliesTo {
            principal: [User, Operator],
            resource: Request,
            context: {
                now: datetime,
                // In whose place: `approver`, `owner`, `security`, `admin` or a name of the organisation's own.
                seat: String,
                // The time to escalate has come.
                escalated: Bool,
                // The owner is not there to decide, or asked.
                ownerAway: Bool,
            },
        };
        """
}
