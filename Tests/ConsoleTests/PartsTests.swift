import Domain
import Testing

@testable import Console
@testable import ControlPlane

struct PartsTests {
    @Test(
        "A time is told from now, exactly in its title",
        arguments: [
            (Duration.seconds(-3), "just now"), (.seconds(-42), "42 s ago"), (.minutes(-5), "5 min ago"),
            (.hours(-3), "3 h ago"), (.days(-12), "12 d ago"), (.days(29), "in 29 d"), (.days(200), "2027-01-01"),
        ],
    )
    func moment(after: Duration, text: String) {
        let moment = Moment(Sample.now + after, now: Sample.now)
        #expect(moment.text == text)
        #expect(Instant(moment.exact) == Sample.now + after)
    }

    @Test(
        "A duration is told in the unit a person would choose",
        arguments: [
            (Duration.microseconds(250), "250 µs"), (.microseconds(4200), "4.2 ms"), (.milliseconds(41), "41 ms"),
            (.milliseconds(2300), "2.3 s"), (.seconds(240), "4 min"), (.seconds(-1), "0 µs"),
        ],
    )
    func took(duration: Duration, text: String) {
        let (value, unit) = Words.took(duration)
        #expect("\(value) \(unit)" == text)
    }

    @Test(
        "An identifier becomes words",
        arguments: [
            ("shared-credential", "Shared credential"), ("identityRegistered", "Identity registered"),
            ("no_end.date", "No end date"), ("oauth2Api", "Oauth2 api"), ("", ""),
        ],
    )
    func sentence(identifier: String, words: String) {
        #expect(Words.sentence(identifier) == words)
    }

    @Test("Numbers are grouped by thousands")
    func grouped() {
        #expect(Words.grouped(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(Words.grouped(-1000) == "-1\u{202F}000")
        #expect(Words.count(1, "identity", "identities") == "1 identity")
    }

    @Test("The parts of a stacked bar fill it without gap")
    func stacked() {
        let bar = Stacked("x", [("a", 1, "good", "/"), ("none", 0, "low", "/"), ("b", 2, "high", "/")])
        #expect(bar.segments.map(\.x) == ["0", "33.33"])
        #expect(bar.segments.map(\.width) == ["33.33", "66.66"])
        #expect(bar.label == "x: a 1, b 2")
    }

    @Test("A share of nothing is nothing")
    func empty() {
        let bar = Bar("x", 0, of: 0, fill: "f", href: "/", percent: true)
        #expect(bar.shown == "0%")
        #expect(bar.width == "0")
    }

    @Test("A line of life keeps inside its frame")
    func lifetime() {
        let frame = Sample.now - .days(10)...Sample.now + .days(10)
        let life = Lifetime(
            begins: Sample.now - .days(30),
            ends: Sample.now + .days(5),
            open: true,
            frame: frame,
            now: Sample.now,
        )
        #expect(life.x == "0")
        #expect(life.width == "750")
        #expect(life.now == "500")
    }

    @Test("The picture of reach counts what it cannot draw, and marks a callback that anyone may call")
    func reach() throws {
        var workflow = Sample.workflow
        workflow.steps = (0..<20).map { number in
            var step = Step(name: "s\(number)", connector: "c", effect: StepEffect(.readOnly, reason: "r"))
            step.target = "host-\(number).example.com"
            return step
        }
        let reach = try #require(Reach(name: "Sync", kind: "workflow", workflow: workflow))
        #expect(reach.nodes.count == 1 + 2 + 7)
        #expect(reach.nodes.last?.label == "and 14 more")
        #expect(reach.edges.filter { $0.tone == "critical" }.count == 1)
        #expect(Reach(name: "x", kind: "workflow", workflow: Workflow(key: "k", name: "n", path: "p")) == nil)
    }

    @Test("The four answers are red where nothing is known")
    func answers() {
        let unknown = Answer.all(of: Sample.detail(Sample.discovered), now: Sample.now)
        #expect(unknown.map(\.tone) == ["critical", "medium", "critical", "medium"])
        let known = Answer.all(of: Sample.detail(Sample.active), now: Sample.now)
        #expect(known.map(\.tone) == ["good", "good", "good", "good"])
        #expect(known[3].say == "Last time in 41 ms")
        var ended = Sample.active
        ended.expires = Sample.now
        #expect(Answer.all(of: Sample.detail(ended), now: Sample.now)[2].tone == "critical")
    }

    @Test("The answer names an owner who has left")
    func ownerLeft() {
        var detail = Sample.detail(Sample.active)
        detail.owner = Sample.liam
        let who = Answer.all(of: detail, now: Sample.now)[0]
        #expect(who.tone == "critical")
        #expect(who.verdict.text == "owner left")
    }
}
