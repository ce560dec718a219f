import Domain

/// What one file of an account holds.
package struct AWSIAMPart: Sendable {
    enum Kind: Sendable, Hashable {
        /// Users, roles, groups and policies.
        case details
        case credentialReport
        /// A policy alone; the name of its file is that of the policy.
        case policy
        case other
    }

    var kind = Kind.other
    var page = IAMPage()
    var report: CredentialReport?
    /// Name of the policy that is all of the file.
    var policyName: String?
    var policy: IAMPolicy?

    /// The account it is from, as far as the file says.
    var account: String? {
        page.account ?? report?.rows.lazy.compactMap { accountNumber(of: $0.arn) }.first
    }
}
