import Domain

/// Reads what an AWS account says of its users, roles, groups and policies.
///
/// What the files look like is described in `docs/importers/aws-iam.md`.
package struct AWSIAMImporter: Importer {
    package static let format = "aws-iam"

    package var format: String { Self.format }

    package init() {}

    package func reads(_ path: String) -> Bool {
        let path = path.lowercased()
        return path.hasSuffix(".json") || path.hasSuffix(".csv")
    }

    package func recognises(_ file: SourceFile) -> Bool {
        if file.path.lowercased().hasSuffix(".csv") { return CredentialReport.isReport(file.bytes) }
        return file.contains("\"RoleDetailList\"") || file.contains("\"UserDetailList\"")
            || file.contains("\"GroupDetailList\"") || file.contains("\"PolicyVersionList\"")
            || file.contains("\"Content\"") && file.contains("\"ReportFormat\"")
            || file.contains("\"Content\"") && file.contains("user,arn,user_creation_time")
            || file.contains("\"Statement\"") && file.contains("\"Effect\"") && !file.contains("\"Resources\"")
    }

    package func sourceName(of part: AWSIAMPart) -> String? { part.account }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> AWSIAMPart {
        var part = AWSIAMPart()
        if file.path.lowercased().hasSuffix(".csv") {
            guard CredentialReport.isReport(file.bytes) else { return part }
            part.kind = .credentialReport
            part.report = try CredentialReport(file.bytes)
            return part
        }
        var pages: [JSONValue] = []
        let top: JSONTop
        do throws(JSONFailure) {
            top = try JSONDocument.read(file.bytes) { element, _ in
                if IAMPage.isPage(element) { pages.append(element) }
                return true
            }
        } catch {
            let position = error.position(in: file.bytes)
            throw Unreadable(line: position.line, column: position.column, reason: error.reason)
        }
        if case .object(let object) = top { try take(object, of: file, into: &part) }
        for page in pages {
            part.kind = .details
            part.page.take(page, file: file.path)
        }
        return part
    }

    private func take(_ object: JSONValue, of file: SourceFile, into part: inout AWSIAMPart) throws(Unreadable) {
        if IAMPage.isPage(object) {
            part.kind = .details
            part.page.take(object, file: file.path)
        } else if let report = try CredentialReport.wrapped(object) {
            part.kind = .credentialReport
            part.report = report
        } else if object["Statement"] != nil {
            part.kind = .policy
            part.policyName = file.path.split(separator: "/").last.map { String($0.dropLast(5)) }
            do throws(PolicyFault) {
                let policy = try IAMPolicy(object)
                part.policy = policy
                part.page.faults = policy.faults.map { "\($0); the statement is left out" }
            } catch {
                throw Unreadable(reason: error.reason)
            }
        }
    }
}
