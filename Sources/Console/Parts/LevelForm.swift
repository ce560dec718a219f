import ControlPlane
import Domain

/// How strictly policy is applied to a system or all of a source, and the form that asks for another level.
struct LevelForm: Sendable {
    var subject: String
    /// Tells the fields of several forms of one page apart.
    var field: String
    var about: String
    var said: Badge?
    var why: String?
    var levels: [Option]
    var levelUntil: String

    init(_ subject: LevelSetting.Subject, name: String, of all: [LevelSummary], now: Instant) {
        let known = all.first { $0.holds && $0.setting.subject == subject }
        self.subject = subject.description
        field = "level-\(subject.id)"
        about = name
        said = known.map { Badge($0.setting.level) }
        why = known.map { $0.setting.reason + ($0.setting.until.map { ", until \($0.date)" } ?? "") }
        let level = known?.setting.level ?? .enforce
        levels = Identity.Level.allCases.map { Option($0.rawValue, Badge($0).text, selected: $0 == level) }
        levelUntil = (now + .days(30)).date
    }
}
