/// How long it takes from the first sight of an identity to its registration, and how long others have waited.
package struct RegistrationTimes: Sendable, Hashable {
    /// How many were registered since this is measured.
    package var registered = 0
    /// Half of them took no longer; nil when none was registered.
    package var median: Duration?
    /// How many are seen and not registered.
    package var waiting = 0
    /// Since when the first of those is seen; nil when none waits.
    package var longestWait: Duration?

    package init() {}
}
