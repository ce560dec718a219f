import Decisions
import Domain

/// What the log gets to know.
extension ClientConnection {
    func record(
        _ request: AccessRequest,
        _ decision: AccessDecision,
        _ enforcement: Enforcement,
        _ head: RequestHead,
        _ target: RequestTarget,
    ) -> AccessRecord {
        AccessRecord(
            at: request.now,
            identity: request.identity,
            lease: request.lease,
            task: request.task,
            originalCaller: request.originalCaller,
            delegation: request.delegation,
            clientAddress: address,
            method: head.text(head.methodRange),
            path: target.path,
            action: request.action,
            resource: request.resource,
            decision: decision,
            enforcement: enforcement,
        )
    }

    func record(_ refusal: TokenRefusal, _ head: RequestHead, _ target: RequestTarget) -> AccessRecord {
        AccessRecord(
            at: services.hooks.clock(),
            identity: refusal.identity,
            lease: refusal.lease,
            clientAddress: address,
            method: head.text(head.methodRange),
            path: target.path,
            resource: target.resource,
            enforcement: .refuse,
            refusal: refusal,
        )
    }
}
