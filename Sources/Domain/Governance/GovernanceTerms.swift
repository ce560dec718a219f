/// The numbers and names that an organisation sets for reviews, exceptions, break-glass and notifications.
package struct GovernanceTerms: Sendable, Hashable, Codable {
    package var breakGlass = BreakGlassTerms()
    package var exceptions = ExceptionTerms()
    package var reviews = ReviewTerms()
    package var webhooks = Webhooks()

    package struct BreakGlassTerms: Sendable, Hashable, Codable {
        /// Mail addresses of those who may; nobody may when it is empty.
        package var people: [String] = []
        /// The longest time box.
        package var longestMinutes = 60
        /// How many times one identity may be broken into within `repeatDays` before that is a finding.
        package var repeats = 2
        package var repeatDays = 30
        /// How long an envelope prepared beforehand is good.
        package var envelopeDays = 90

        package init() {}

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            people = try container.value(.people, or: people)
            longestMinutes = try container.value(.longestMinutes, or: longestMinutes)
            repeats = try container.value(.repeats, or: repeats)
            repeatDays = try container.value(.repeatDays, or: repeatDays)
            envelopeDays = try container.value(.envelopeDays, or: envelopeDays)
        }
    }

    package struct ExceptionTerms: Sendable, Hashable, Codable {
        /// The furthest end of an exception.
        package var longestDays = 90
        /// How often controls are checked besides after every change.
        package var checkMinutes = 15
        /// How many controls an exception needs at least.
        package var leastControls = 1

        package init() {}

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            longestDays = try container.value(.longestDays, or: longestDays)
            checkMinutes = try container.value(.checkMinutes, or: checkMinutes)
            leastControls = try container.value(.leastControls, or: leastControls)
        }
    }

    package struct ReviewTerms: Sendable, Hashable, Codable {
        /// Days from one review to the next, by class.
        package var readOnlyDays = 365
        package var changeCapableDays = 180
        package var privilegedDays = 90
        /// Days from one review of people's roles to the next.
        package var rolesDays = 180
        /// Days that reviewers have.
        package var dueDays = 14
        /// What becomes of an item that nobody decided in time.
        package var undecided = Undecided.suspend
        /// Days of use that are looked at.
        package var windowDays = 90
        /// Days before the end of a vendor's contract at which its review opens.
        package var vendorNoticeDays = 30

        package init() {}

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            readOnlyDays = try container.value(.readOnlyDays, or: readOnlyDays)
            changeCapableDays = try container.value(.changeCapableDays, or: changeCapableDays)
            privilegedDays = try container.value(.privilegedDays, or: privilegedDays)
            rolesDays = try container.value(.rolesDays, or: rolesDays)
            dueDays = try container.value(.dueDays, or: dueDays)
            undecided = try container.value(.undecided, or: undecided)
            windowDays = try container.value(.windowDays, or: windowDays)
            vendorNoticeDays = try container.value(.vendorNoticeDays, or: vendorNoticeDays)
        }

        package enum Undecided: String, Sendable, Hashable, Codable, CaseIterable {
            case suspend, revoke, keep
        }

        package func cadence(of identityClass: IdentityClass) -> Duration {
            switch identityClass {
            case .readOnly: .days(Int64(readOnlyDays))
            case .changeCapable: .days(Int64(changeCapableDays))
            case .privileged: .days(Int64(privilegedDays))
            }
        }
    }

    package struct Webhooks: Sendable, Hashable, Codable {
        /// Host names, or `*.example.com` for all below; none may be told of events when it is empty.
        package var hosts: [String] = []
        package var allowLoopback = false
        package var allowPrivate = false

        package init() {}

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            hosts = try container.value(.hosts, or: hosts)
            allowLoopback = try container.value(.allowLoopback, or: allowLoopback)
            allowPrivate = try container.value(.allowPrivate, or: allowPrivate)
        }
    }

    package init() {}

    /// What a document leaves out has its default.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        breakGlass = try container.value(.breakGlass, or: breakGlass)
        exceptions = try container.value(.exceptions, or: exceptions)
        reviews = try container.value(.reviews, or: reviews)
        webhooks = try container.value(.webhooks, or: webhooks)
    }

    /// What is wrong with these terms; empty when they can be kept.
    package var problems: [MissingField] {
        var problems: [MissingField] = []
        func need(_ value: Int, _ range: ClosedRange<Int>, _ field: String) {
            if !range.contains(value) {
                problems.append(MissingField(field, why: "\(range.lowerBound) to \(range.upperBound)"))
            }
        }
        need(breakGlass.longestMinutes, 1...1440, "breakGlass.longestMinutes")
        need(breakGlass.repeats, 1...100, "breakGlass.repeats")
        need(breakGlass.repeatDays, 1...365, "breakGlass.repeatDays")
        need(breakGlass.envelopeDays, 1...365, "breakGlass.envelopeDays")
        need(breakGlass.people.count, 0...200, "breakGlass.people")
        need(exceptions.longestDays, 1...730, "exceptions.longestDays")
        need(exceptions.checkMinutes, 1...1440, "exceptions.checkMinutes")
        need(exceptions.leastControls, 1...5, "exceptions.leastControls")
        need(reviews.readOnlyDays, 1...730, "reviews.readOnlyDays")
        need(reviews.changeCapableDays, 1...730, "reviews.changeCapableDays")
        need(reviews.privilegedDays, 1...730, "reviews.privilegedDays")
        need(reviews.rolesDays, 1...730, "reviews.rolesDays")
        need(reviews.dueDays, 1...180, "reviews.dueDays")
        need(reviews.windowDays, 1...730, "reviews.windowDays")
        need(reviews.vendorNoticeDays, 1...365, "reviews.vendorNoticeDays")
        need(webhooks.hosts.count, 0...200, "webhooks.hosts")
        if webhooks.hosts.contains(where: { $0.isEmpty || $0 == "*" || $0.contains("/") || $0.contains(":") }) {
            problems.append(MissingField("webhooks.hosts", why: "host names, or `*.` and a host name"))
        }
        return problems
    }
}

extension KeyedDecodingContainer {
    fileprivate func value<Value: Decodable>(_ key: Key, or other: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? other
    }
}
