// The parts of answers that these tests read.

struct ListShape<Item: Decodable>: Decodable {
    var items: [Item]
    var total: Int
}

struct IdentityLineShape: Decodable {
    struct IdentityShape: Decodable {
        var id: String
        var name: String
        var state: String
    }

    var identity: IdentityShape
    var findings: Int
}

struct FindingShape: Decodable {
    struct SubjectShape: Decodable {
        var kind: String
        var id: String
        var name: String
        var path: String
    }

    var id: String
    var rule: String
    var severity: String
    var subject: SubjectShape
    var frameworks: [String]
    var remedy: String
}

struct ImportShape: Decodable {
    struct SourceShape: Decodable {
        var root: String
        var format: String
        var counts: [String: Int]
    }

    struct RejectedShape: Decodable {
        var path: String
        var line: Int?
        var reason: String
    }

    var sources: [SourceShape]
    var totals: [String: Int]
    var rejected: [RejectedShape]
}

struct ProblemShape: Decodable {
    var type: String
    var status: Int
    var detail: String
    var decision: String?
    var fix: String?
}

struct EventLineShape: Decodable {
    struct EventShape: Decodable {
        var kind: String
    }

    var index: Int
    var event: EventShape
}
