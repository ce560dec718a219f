/// Why a live source could not be read; nothing of it was taken.
package struct LiveFailure: Error, Hashable, CustomStringConvertible {
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The address is not one of the format.
        case address
        /// No secret was given, or not all parts of it.
        case secret
        /// Nobody answers: name not found, connection refused, time out.
        case unreachable
        /// The other side did not prove who it is.
        case untrusted
        /// The secret was not accepted.
        case unauthorised
        /// The secret was accepted, and does not suffice.
        case refused
        /// The system is not of the format, or lacks the interface.
        case otherSystem
        /// The source asked for more patience than there is.
        case rateLimited
        /// The connection or the answer ended before all was read.
        case cutOff
        /// The source contradicts itself: a page that comes again, a total that does not hold, an id used twice.
        case inconsistent
        /// An answer could not be read.
        case unreadable
        /// More than the limits allow.
        case tooLarge
        /// The import was ended.
        case cancelled
    }

    package var reason: Reason
    /// What was attempted, for example "read page 3 of the workflows"; never a secret.
    package var attempt: String
    /// What went wrong, and what to do: lower case, one line, never a secret.
    package var detail: String

    package init(_ reason: Reason, _ attempt: String, _ detail: String) {
        self.reason = reason
        self.attempt = attempt
        self.detail = detail
    }

    package var description: String { "\(attempt): \(detail)" }
}
