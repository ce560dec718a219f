import ControlPlane
import Domain
import HTTPTypes
import Hummingbird

/// One request of a browser, taken apart.
struct Visit: Sendable {
    var path: String
    var parameters: Parameters
    var query: FormData
    /// Empty unless a form was sent.
    var form: FormData
    /// nil outside a session.
    var session: CurrentSession?
    /// The session's token; nil outside a session.
    var token: Secret?
    /// What ties a form outside a session to this browser.
    var formToken: String
    /// Address of the browser, where the server knows it.
    var remote: String?
    var now: Instant

    /// The token that this visit's forms carry.
    var csrf: String { session?.csrf ?? formToken }

    /// Who asks.
    ///
    /// - Throws: `.unauthenticated` outside a session.
    func caller() throws -> Caller {
        guard let session else {
            throw Failure(.unauthenticated, "nobody is signed in", remedy: "sign in")
        }
        return .user(session.user)
    }

    /// A part of the path, decoded.
    func parameter(_ name: String) throws -> String {
        guard let raw = parameters.get(name), let text = Percent.decode(raw.utf8, plusIsSpace: false) else {
            throw Failure(.notFound, "there is no such page")
        }
        return text
    }

    /// An id in the path.
    ///
    /// - Throws: `.notFound` for what is no id of that kind.
    func id<Owner: Identifiable>(_ name: String) throws -> ID<Owner> {
        guard let id = ID<Owner>(try parameter(name)) else { throw Failure(.notFound, "there is no such page") }
        return id
    }

    /// - Throws: `.forbidden` unless the form carries this visit's token.
    func checkForm() throws {
        guard let sent = form.first("csrf"), !csrf.isEmpty, equalInConstantTime(sent, csrf) else {
            throw Failure(
                .forbidden,
                "the form does not belong to this session",
                remedy: "go back, load the page again and send it once more",
            )
        }
    }
}

/// Compares without telling by its duration where the texts differ.
private func equalInConstantTime(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
}
