import Foundation
import Testing

@testable import Importers

struct AWSActionCatalogueTests {
    private let catalogue = AWSActionCatalogue.shared

    @Test("All actions are there, with the levels of the vendor's classification")
    func counts() {
        #expect(catalogue.count == 20_455)
        #expect(catalogue.services.count == 445)
        #expect(catalogue.services.reduce(0) { $0 + $1.range.count } == catalogue.count)
        let levels = Dictionary(grouping: catalogue.levels) { $0 }.mapValues(\.count)
        #expect(levels == [.write: 10_375, .read: 5_435, .list: 3_409, .tagging: 701, .permissions: 535])
    }

    @Test(
        "Actions are found whatever their case",
        arguments: [
            ("s3:GetObject", AWSAccessLevel.read), ("IAM:passROLE", .permissions),
            ("iam:AttachUserPolicy", .permissions),
            ("ec2:DescribeInstances", .list), ("lambda:TagResource", .tagging),
            ("vpc-lattice:AssociateViaAWSService-EventsAndStates", .permissions),
        ]
    )
    func levels(action: String, level: AWSAccessLevel) throws {
        let space = ActionSpace(policies: [])
        let number = try #require(space.number(of: action))
        #expect(space.level(number) == level)
        #expect(space.name(number).lowercased() == action.lowercased())
    }

    @Test("A pattern is expanded to what it matches and nothing else")
    func patterns() {
        var space = ActionSpace(policies: [], also: ["newsvc:Thing"])
        #expect(space.actions(matching: "*").count == 20_456)
        #expect(space.actions(matching: "sts:*").members.allSatisfy { space.service($0) == "sts" })
        #expect(
            space.actions(matching: "iam:*AccessKey").members.map(space.name).sorted() == [
                "iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:UpdateAccessKey",
            ]
        )
        #expect(space.actions(matching: "newsvc:*").count == 1)
        #expect(space.actions(matching: "s3:nothing").isEmpty)
        #expect(space.actions(matching: "s?:GetBucketPolicy").members.map(space.name) == ["s3:GetBucketPolicy"])
    }

    @Test("The list is that of the shared catalogue, action by action", .enabled(if: sharedEstates != nil))
    func agreement() throws {
        let file = try #require(sharedEstates).replacing("/estates", with: "/catalogue/aws_action_access_level.tsv.gz")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let listed = Set(text.split(separator: "\n").dropFirst())
        let ours = Set((0..<catalogue.count).map { "\(catalogue.name($0))\t\(catalogue.levels[$0].word)" })
        #expect(ours.count == listed.count)
        #expect(ours.filter { !listed.contains(Substring($0)) }.isEmpty)
    }
}
