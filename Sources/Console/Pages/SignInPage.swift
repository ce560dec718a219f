/// The form for an address and a passphrase.
struct SignInPage: Sendable {
    var frame: Frame
    var email: String
    /// The page that was asked for first.
    var next: String?
}

/// The form that sets a passphrase, reached by a one-time link or after one.
struct PassphrasePage: Sendable {
    var frame: Frame
    var lead: String
    /// Where the form goes.
    var action: String
    /// The one-time link's token, when it was not redeemed yet.
    var link: String?
    var email: String
    var minimum: String
}

/// A page that says why something could not be done.
struct ProblemPage: Sendable {
    var frame: Frame
    var status: String
    var heading: String
    var message: Prose
    var points: [Prose]
    var hasPoints: Bool
    var remedy: Prose?
    var backHref: String
    var backLabel: String
}
