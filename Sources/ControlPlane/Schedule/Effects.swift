import Domain

extension ControlPlane {
    /// What a job does.
    ///
    /// What takes long or reaches outside is done before, in here; the effect is one transaction.
    func effect(of job: Job) async throws -> JobEffect {
        switch job.kind {
        case .deliverNotification: try await delivery(job)
        case .openReviews: try await dueReviews(job)
        case .endReview: overdueReview(job)
        case .verifyReview: verifiedReview(job)
        case .reviewVendor: try await vendorReview(job)
        case .endBreakGlass, .missEnvelope, .checkExceptions, .endException: { _ in nil }
        }
    }
}
