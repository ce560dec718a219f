import Domain
import Foundation
import Importers
import TestSupport

@testable import ControlPlane

/// Files of several platforms, as they lie in repositories, to be read by the importers themselves.
enum EstateFiles {
    /// An n8n workflow that is started over the web and makes users in a directory.
    static let joiner = n8n(
        "joiner",
        [
            node("called", "n8n-nodes-base.webhook", #"{"path": "joiner", "httpMethod": "POST"}"#),
            node("look up", "n8n-nodes-base.googleSheets", "{}", credential: ("googleSheetsOAuth2Api", "s1", "Sheets")),
            node(
                "make",
                "n8n-nodes-base.okta",
                #"{"resource": "user", "operation": "create"}"#,
                credential: ("oktaApi", "o1", "Okta")
            ),
        ],
    )

    static let pipeline = """
        name: deploy
        on: push
        permissions: {contents: write}
        jobs:
          deploy:
            runs-on: ubuntu-latest
            steps:
              - run: ./deploy
                env: {TOKEN: "${{ secrets.DEPLOY_TOKEN }}"}
        """

    static let cluster = """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: cleaner, namespace: ops}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly, namespace: ops}
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  serviceAccountName: cleaner
                  containers: [{name: clean, image: "registry.example/clean:1"}]
        """

    /// An account with the roles that its own services act by: for schedules, delivery, transformation and retries.
    static let cloud: String = {
        let services = ["scheduler", "events", "glue", "states"]
        let roles = services.map { service in
            """
            {"RoleName": "AWSServiceRoleFor-\(service)", "RoleId": "AROA\(service)", "Path": "/aws-service-role/\(service).amazonaws.com/",
             "Arn": "arn:aws:iam::111122223333:role/aws-service-role/\(service).amazonaws.com/AWSServiceRoleFor-\(service)",
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
               "Principal": {"Service": "\(service).amazonaws.com"}, "Action": "sts:AssumeRole"}]},
             "RolePolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]}}],
             "AttachedManagedPolicies": [], "InstanceProfileList": [], "Tags": [], "RoleLastUsed": {}}
            """
        }
        return """
            {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [\(roles.joined(separator: ", "))]}
            """
    }()

    static let table = """
        kind,name,operations,system,vendor
        connector,CRM bridge,contacts.write,crm,
        webhookHandler,order intake,orders.create,shop,
        approvalBot,expense bot,expenses.read,erp,
        apiToken,report key,reports.read,crm,
        job,nightly export,orders.read,shop,
        fileExchange,price list,files.put,partner,Acme
        vendorManaged,payroll feed,payroll.write,hr,PayCo
        """

    static func n8n(_ name: String, _ nodes: [String], extra: String = "") -> String {
        """
        {"id": "\(name)", "name": "\(name)", \(extra) "active": true, "nodes": [\(nodes.joined(separator: ", "))], "connections": {}}
        """
    }

    static func node(
        _ name: String,
        _ type: String,
        _ parameters: String = "{}",
        credential: (kind: String, id: String, name: String)? = nil,
    ) -> String {
        let credentials = credential.map { #"{"\#($0.kind)": {"id": "\#($0.id)", "name": "\#($0.name)"}}"# } ?? "{}"
        return """
            {"name": "\(name)", "type": "\(type)", "typeVersion": 1, "position": [0, 0], "parameters": \(parameters), \
            "credentials": \(credentials)}
            """
    }
}

extension House {
    /// Lays files down, reads them as `penstock import` does, and takes over what was read.
    @discardableResult
    func take(
        _ files: [String: String],
        environment: String? = nil,
        named name: String = "estate"
    ) async throws
        -> ImportReport
    {
        try await withTemporaryFolder { folder in
            for (path, text) in files {
                let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            var options = ImportOptions()
            options.name = name
            options.environment = environment
            let vault = vault
            options.fingerprint = { vault.fingerprint(of: $0) }
            let estates = try await ImportRun(Formats.files, options: options).estates(at: folder)
            return try await control.importEstates(estates, dryRun: false, by: boss)
        }
    }

    /// All identities, by name.
    func all(_ filter: IdentityFilter = IdentityFilter()) async throws -> [Identity] {
        try await control.identities(filter, page: PageRequest(limit: 200), by: boss).items.map(\.identity)
    }
}
