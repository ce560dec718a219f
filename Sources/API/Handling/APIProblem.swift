package import ControlPlane
import Domain
import Foundation
import Hummingbird
import SQLEngine
package import Wire

/// A problem as an error that routes throw.
package struct APIProblem: Error {
    package var problem: Problem

    static let unauthenticated = APIProblem(
        problem: Problem(
            kind: "unauthenticated",
            title: "Nobody was recognised",
            status: 401,
            detail: "the request carries no session and no token that is known here",
            remedy: "sign in, or send `Authorization: Bearer …`",
        )
    )

    static func invalid(_ detail: String, field: String? = nil, why: String = "") -> APIProblem {
        APIProblem(
            problem: Problem(
                kind: "invalid",
                title: "The request cannot be understood",
                status: 400,
                detail: detail,
                fields: field.map { [MissingField($0, why: why)] },
            )
        )
    }

    /// Any error as a problem; what is not known says nothing of its inside.
    init(_ error: any Error) {
        switch error {
        case let error as APIProblem: self = error
        case let failure as Failure: problem = Problem(failure)
        case let error as HTTPError:
            problem = Problem(
                kind: "http",
                title: error.status.reasonPhrase,
                status: Int(error.status.code),
                detail: error.body ?? error.status.reasonPhrase.lowercased(),
            )
        case let error as DatabaseError where error.kind == .invalid:
            problem = Problem(
                kind: "invalid",
                title: "The request cannot be understood",
                status: 400,
                detail: "\(error)"
            )
        case is DatabaseError:
            problem = Problem(
                kind: "unavailable",
                title: "The store cannot be used",
                status: 503,
                detail: "the store does not answer as it should, and nothing was changed",
                remedy: "`penstock doctor` says what is wrong",
            )
        default:
            problem = Problem(
                kind: "internal",
                title: "Something went wrong",
                status: 500,
                detail: "the request could not be carried out, and nothing was changed",
                remedy: "the server's log has the cause",
            )
        }
    }

    init(problem: Problem) {
        self.problem = problem
    }

    func response() -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        if problem.status == 401 { headers[.wwwAuthenticate] = "Bearer realm=\"penstock\"" }
        let bytes = (try? JSON.bytes(problem)) ?? []
        return Response(
            status: .init(code: problem.status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)),
        )
    }
}

extension Problem {
    /// The one table from failures to statuses.
    package init(_ failure: Failure) {
        let (status, title): (Int, String) =
            switch failure.code {
            case .invalid: (400, "The request cannot be understood")
            case .missingFields: (422, "Something is missing")
            case .notFound: (404, "There is no such thing")
            case .forbidden: (403, "Not allowed")
            case .conflict: (409, "Not in this state")
            case .unauthenticated: (401, "Nobody was recognised")
            case .unavailable: (503, "Not now")
            }
        self.init(
            kind: failure.code.rawValue,
            title: title,
            status: status,
            detail: failure.message,
            remedy: failure.remedy,
            fields: failure.fields.isEmpty ? nil : failure.fields,
            decision: failure.decision,
        )
    }
}
