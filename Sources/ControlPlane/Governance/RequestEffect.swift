import Domain
import SQLEngine

/// What a kind of request needs to be opened, and what it does when it is approved.
///
/// The one place where a kind is joined to its meaning: a new kind adds its case to `ChangeRequest.Kind`, a type here and a
/// line in `effect`. Everything runs in the transaction of the request, with its events.
protocol RequestEffect {
    /// Refuses what cannot be asked for, and completes what can.
    ///
    /// `request` is not yet kept; its proposal may be filled in. `identity` is the identity as it would be.
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws

    /// Keeps what stands in a list of its own while the request waits.
    static func opened(_ request: ChangeRequest, _ change: inout Change) throws

    /// What differs from what the request has, beside the identity's definition; nil when nothing does.
    static func drift(of request: ChangeRequest, in connection: some Connection) throws -> String?

    /// Does what was approved. `request` is as approved, its proposal reduced where the approver reduced it.
    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws

    /// Undoes what rests on an approval that became void.
    static func voided(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws

    /// Ends what stood in a list of its own, when the request ended without what it asked for.
    static func ended(_ request: ChangeRequest, _ change: inout Change) throws
}

extension RequestEffect {
    static func opened(_ request: ChangeRequest, _ change: inout Change) throws {}
    static func drift(of request: ChangeRequest, in connection: some Connection) throws -> String? { nil }
    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {}
    static func voided(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws {}
    static func ended(_ request: ChangeRequest, _ change: inout Change) throws {}
}

extension ChangeRequest.Kind {
    var effect: any RequestEffect.Type {
        switch self {
        case .register: RegisterEffect.self
        case .grant, .expand: GrantEffect.self
        case .reduce: ReduceEffect.self
        case .renew: RenewEffect.self
        case .clone: CloneEffect.self
        case .rotate: RotateEffect.self
        case .level: LevelEffect.self
        case .policyChange: PolicyChangeEffect.self
        case .exception: ExceptionEffect.self
        case .breakGlass: BreakGlassEffect.self
        }
    }
}

extension Identity? {
    /// - Throws: `.invalid` when the request names no identity although its kind is about one.
    func required(for kind: ChangeRequest.Kind) throws -> Identity {
        guard let identity = self else {
            throw Failure(
                .invalid,
                "a request to \(kind.rawValue) says for which identity",
                fields: [MissingField("identity", why: "which identity it is for")],
            )
        }
        return identity
    }
}
