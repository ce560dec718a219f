package import Domain

/// What is said of how strictly policy is applied to something.
package struct LevelRecord: Sendable, Codable {
    package var kind: LevelSetting.Subject.Kind
    package var id: String
    package var name: String
    package var level: Identity.Level
    package var until: Instant?
    /// Whether it is in force now.
    package var holds: Bool
    package var reason: String
    package var setBy: String
    package var set: Instant
    package var request: ID<ChangeRequest>?

    package init(_ setting: LevelSetting, name: String, holds: Bool) {
        kind = setting.subject.kind
        id = setting.subject.id
        self.name = name
        level = setting.level
        until = setting.until
        self.holds = holds
        reason = setting.reason
        setBy = setting.setBy
        set = setting.set
        request = setting.request
    }
}
