import Domain

/// Every refusal of the gateway, one for each code; docs and tests go by these.
extension Problem {
    static func malformed(_ fault: HTTPFault) -> Problem {
        switch fault {
        case .headTooLong, .tooManyFields:
            Problem("head-too-large", 431, title: "Request head too large", detail: fault.rawValue)
        case .targetTooLong:
            Problem("target-too-long", 414, title: "Request target too long", detail: fault.rawValue)
        default: Problem("malformed-request", 400, title: "Malformed request", detail: fault.rawValue)
        }
    }

    static func badTarget(_ fault: RequestTarget.Fault) -> Problem {
        Problem("bad-target", 400, title: "Request target refused", detail: fault.rawValue)
    }

    static let methodNotForwarded = Problem(
        "method-not-forwarded",
        501,
        title: "Method not forwarded",
        detail: "`CONNECT` and `TRACE` are not forwarded",
    )

    static let upgradeNotForwarded = Problem(
        "upgrade-not-forwarded",
        501,
        title: "Upgrade not forwarded",
        detail: "a connection cannot change its protocol here; send the request without `Upgrade`",
    )

    static let expectationFailed = Problem(
        "expectation-failed",
        417,
        title: "Expectation failed",
        detail: "only `Expect: 100-continue` is understood",
    )

    static let misdirected = Problem(
        "misdirected-request",
        421,
        title: "Misdirected request",
        detail: "`Host` names another server than this gateway",
    )

    static let requestTimeout = Problem(
        "request-timeout",
        408,
        title: "Request timeout",
        detail: "the request did not arrive whole in time",
    )

    static let overloaded = Problem(
        "overloaded",
        503,
        title: "Too many connections",
        detail: "this gateway takes no more connections for now",
        retryAfter: 1,
    )

    static let tokenMissing = Problem(
        "token-missing",
        401,
        title: "Token missing",
        detail: "send exactly one `Authorization: Bearer TOKEN`",
        fix: "penstock token IDENTITY",
        challenge: "Bearer realm=\"penstock\"",
    )

    static func tokenRefused(_ refusal: TokenRefusal) -> Problem {
        let title =
            switch refusal.code {
            case .invalid: "Token invalid"
            case .expired: "Token expired"
            case .revoked: "Token revoked"
            }
        return Problem(
            "token-\(refusal.code.rawValue)",
            401,
            title: title,
            detail: refusal.detail,
            fix: refusal.code == .revoked ? nil : "penstock token \(refusal.identity?.text ?? "IDENTITY")",
            challenge: "Bearer realm=\"penstock\", error=\"invalid_token\"",
        )
    }

    static let factsUnavailable = Problem(
        "facts-unavailable",
        503,
        title: "No current facts",
        detail: "this gateway cannot tell whether it still knows who may do what, so it refuses",
        fix: "penstock doctor",
        retryAfter: 1,
    )

    static let recordUnavailable = Problem(
        "record-unavailable",
        503,
        title: "Request cannot be recorded",
        detail: "a change is forwarded only after it is in the log, and the log could not be written",
        fix: "penstock doctor",
        retryAfter: 1,
    )

    static func refused(_ decision: AccessDecision) -> Problem {
        decision.verdict == .deny
            ? Problem("denied", 403, title: "Denied by a policy", detail: decision.reason, decision: decision)
            : Problem("no-permit", 403, title: "No policy permits this", detail: decision.reason, decision: decision)
    }

    static func noUpstream(_ system: System) -> Problem {
        Problem(
            "no-upstream",
            503,
            title: "System is not behind the gateway",
            detail: "system `\(system.name)` has no usable upstream address",
            fix: "penstock system add \(system.name) --environment \(system.environment) --upstream URL",
        )
    }

    static func noCredential(_ system: String, unusable: Bool) -> Problem {
        Problem(
            "no-credential",
            503,
            title: "System has no credential",
            detail: unusable
                ? "the credential sealed for system `\(system)` cannot stand in a header"
                : "no credential is sealed for system `\(system)`",
            fix: "penstock system credential \(system) --file FILE",
        )
    }

    static func upstreamUnreachable(_ system: String) -> Problem {
        Problem(
            "upstream-unreachable",
            502,
            title: "System cannot be reached",
            detail: "no connection to system `\(system)` could be made, or it ended before an answer",
        )
    }

    static func upstreamInvalid(_ system: String) -> Problem {
        Problem(
            "upstream-invalid",
            502,
            title: "System answered nonsense",
            detail: "the answer of system `\(system)` is not well-formed HTTP",
        )
    }

    static func upstreamTimeout(_ system: String) -> Problem {
        Problem(
            "upstream-timeout",
            504,
            title: "System did not answer in time",
            detail: "system `\(system)` did not connect or answer in time",
        )
    }
}
