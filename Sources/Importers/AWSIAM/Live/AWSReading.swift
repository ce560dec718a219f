import Domain

/// One reading of an account, question by question.
struct AWSReading {
    let client: AWSClient
    let progress: (@Sendable (LiveProgress) -> Void)?

    private static let mostPages = 20_000
    private static let pageSize = "500"
    /// Roles that are asked for one by one when the description does not tell their last use.
    private static let mostRoles = 1000

    func estate(options: ImportOptions) async throws -> Estate {
        let number = try await account()
        var page = try await details()
        guard page.account == nil || page.account == number else {
            throw LiveFailure(
                .inconsistent,
                "read the account",
                "the key is of account \(number), the description of \(page.account ?? "")"
            )
        }
        var notes: [String] = []
        notes += try await lastUses(in: &page)
        let report = try await report(&notes)
        var source = SourceDescription(root: options.name ?? number, format: AWSIAMImporter.format, kind: .live)
        source.environment = options.environment ?? options.environments[number] ?? options.environments[source.root]
        var estate = Estate(source: source)
        var account = IAMAccount(page: page, report: report)
        account.number = number
        estate.take(account)
        estate.remarks += notes.map { Rejection(path: number, reason: $0) }
        return estate
    }

    private func account() async throws -> String {
        let attempt = "ask whose the key is"
        let answer: XMLElement
        do {
            answer = try await client.ask(.sts, "GetCallerIdentity", attempt: attempt)
        } catch let refusal as AWSClient.Refusal {
            throw LiveFailure(refusal, attempt)
        }
        guard let number = answer["Account"]?.trimmed, isAccountNumber(number) else {
            throw LiveFailure(.otherSystem, attempt, "the answer names no account")
        }
        return number
    }

    // MARK: - The description

    /// All pages of the account's description; a page that fails is asked for again from its marker.
    private func details() async throws -> IAMPage {
        var page = IAMPage()
        var arns: Set<String> = []
        var markers: Set<String> = []
        var marker: String?
        for number in 1...Self.mostPages {
            let attempt = "read page \(number) of the account's description"
            var parameters = [(name: "MaxItems", value: Self.pageSize)]
            if let marker { parameters.append(("Marker", marker)) }
            let answer: XMLElement
            do {
                answer = try await client.ask(.iam, "GetAccountAuthorizationDetails", parameters, attempt: attempt)
            } catch let refusal as AWSClient.Refusal {
                throw LiveFailure(refusal, attempt)
            }
            let before = (page.entities.count, page.policies.count)
            try take(answer, into: &page, attempt: attempt)
            let new = page.entities[before.0...].map(\.arn) + page.policies[before.1...].map(\.arn)
            for arn in new where !arns.insert(arn).inserted {
                throw LiveFailure(.inconsistent, attempt, "`\(arn)` comes a second time; read the account again")
            }
            progress?(LiveProgress(done: arns.count))
            guard answer["IsTruncated"]?.trimmed == "true" else { return page }
            guard let next = answer["Marker"]?.trimmed else {
                throw LiveFailure(.inconsistent, attempt, "more is said to follow, and no marker says where")
            }
            guard markers.insert(next).inserted else {
                throw LiveFailure(.inconsistent, attempt, "the marker of an earlier page comes again")
            }
            marker = next
        }
        throw LiveFailure(.tooLarge, "read the account's description", "it has more than \(Self.mostPages) pages")
    }

    private func take(_ answer: XMLElement, into page: inout IAMPage, attempt: String) throws(LiveFailure) {
        do throws(JSONFailure) {
            let top = try JSONDocument.read(answer.json) { _, _ in true }
            if case .object(let object) = top { page.take(object, file: nil) }
        } catch {
            throw LiveFailure(.unreadable, attempt, error.reason)
        }
    }

    // MARK: - Beside the description

    /// Asks for the last use of roles that the description does not tell.
    ///
    /// - Returns: What was not asked or not answered, in words.
    private func lastUses(in page: inout IAMPage) async throws -> [String] {
        let silent = page.entities.indices.filter {
            page.entities[$0].kind == .role && !page.entities[$0].statesLastUse
        }
        for index in silent.prefix(Self.mostRoles) {
            let name = page.entities[index].name
            let attempt = "ask for role `\(name)`"
            do {
                let answer = try await client.ask(.iam, "GetRole", [("RoleName", name)], attempt: attempt)
                guard let use = answer["Role"]?["RoleLastUsed"] else { continue }
                page.entities[index].statesLastUse = true
                page.entities[index].lastUsed = use["LastUsedDate"]?.trimmed.flatMap(Instant.init)
            } catch let refusal as AWSClient.Refusal where refusal.code == "NoSuchEntity" {
                continue
            } catch let refusal as AWSClient.Refusal {
                return ["the last use of roles could not be asked for: AWS answered `\(refusal.code)`"]
            }
        }
        guard silent.count > Self.mostRoles else { return [] }
        return ["the last use of \(silent.count - Self.mostRoles) roles was not asked for"]
    }

    /// The credential report, made anew if need be; nil, with a note, when the key may not have it.
    private func report(_ notes: inout [String]) async throws -> CredentialReport? {
        do {
            for _ in 0..<client.patience.reportAttempts {
                let answer = try await client.ask(
                    .iam,
                    "GenerateCredentialReport",
                    attempt: "have a credential report made"
                )
                if answer["State"]?.trimmed == "COMPLETE" { break }
                try await client.pause(client.patience.reportPause, attempt: "wait for the credential report")
            }
            let answer = try await client.ask(.iam, "GetCredentialReport", attempt: "read the credential report")
            guard let content = answer["Content"]?.trimmed, let bytes = base64Decoded(content) else {
                throw LiveFailure(.unreadable, "read the credential report", "its content is no base64")
            }
            do throws(Unreadable) {
                return try CredentialReport(bytes)
            } catch {
                throw LiveFailure(.unreadable, "read the credential report", error.reason)
            }
        } catch let refusal as AWSClient.Refusal {
            notes.append("there is no credential report: AWS answered `\(refusal.code)`")
            return nil
        }
    }
}
