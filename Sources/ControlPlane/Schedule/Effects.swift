import Domain

extension ControlPlane {
    /// What a job does.
    ///
    /// What takes long or reaches outside is done before, in here; the effect is one transaction.
    func effect(of job: Job) async throws -> JobEffect {
        switch job.kind {
        case .deliverNotification: try await delivery(job)
        case .checkGovernance: try await checkedGovernance(job)
        case .carryOutGovernance: dueGovernance(job)
        case .openReviews: try await dueReviews(job)
        case .endReview: overdueReview(job)
        case .verifyReview: verifiedReview(job)
        case .reviewVendor: try await vendorReview(job)
        case .endBreakGlass: endedBreakGlass(job)
        case .missEnvelope: missedEnvelope(job)
        case .checkExceptions: checkedExceptions(job)
        case .endException: endedException(job)
        case .overdueRevocation: overdueRevocation(job)
        }
    }
}
