import Testing

@testable import Cedar

struct ValueJSONTests {
    @Test("Entities and requests survive the way through JSON")
    func vectors() throws {
        for line in AuthorizationVectors.lines.split(separator: "\n") {
            let test = try JSONReader.read(SourceText(String(line)))
            let entities = try Entities(json: try #require(test["entities"]).text())
            let again = try Entities(json: entities.json.text(isPretty: true))
            #expect(Set(again.all) == Set(entities.all))
            #expect(again.json == entities.json)
            for request in try Request.requests(json: SourceText(try #require(test["requests"]).text())) {
                #expect(try Request(json: SourceText(request.json.text())) == request)
            }
        }
    }

    @Test(
        "Values of every type survive the way through JSON",
        arguments: [
            .bool(true), .long(.min), .string("\u{E9}\"\n\0\u{1F600}"), .set([.long(1), .string("1"), .set([])]),
            .record(Record(["": .long(1), "a b": .record(Record())])), .decimal(FixedDecimal(tenThousandths: .min)),
            .datetime(Instant(milliseconds: .min)), .datetime(Instant(milliseconds: -1)),
            .datetime(Instant(milliseconds: 253_402_300_799_999)),
            .datetime(Instant(milliseconds: 253_402_300_800_000)),
            .duration(TimeSpan(milliseconds: .min)), .ip(IPRange(address: 1, prefix: 3, isV4: false)),
            .entity(EntityUID(Name(unchecked: "A::B"), "\u{200B}")),
        ] as [Value],
    )
    func values(value: Value) throws {
        let record = Record(["v": value])
        #expect(try Record(json: record.json.text()) == record)
    }
}
