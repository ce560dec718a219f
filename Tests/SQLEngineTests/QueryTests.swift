import SQLEngine
import Testing

struct QueryTests {
    private enum Kind: String, SQLValue {
        case workflow
    }

    @Test("Values become numbered parameters")
    func parameters() {
        let nothing: Int? = nil
        let query: Query = "INSERT INTO t VALUES (\("x"), \(1), \(nothing), \([UInt8(1)]), \(Kind.workflow), \(true))"
        #expect(query.text == "INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6)")
        #expect(
            query.parameters.map(\.datum) == [
                .text("x"), .integer(1), .null, .bytes([1]), .text("workflow"), .bool(true),
            ]
        )
        #expect(query.parameters.map(\.type) == [.text, .integer, .integer, .bytes, .text, .bool])
    }

    @Test("An embedded query brings its values along and is numbered anew")
    func embedded() {
        let condition: Query = "a = \(1) OR b = \(2)"
        let query: Query = "SELECT * FROM t WHERE x = \(0) AND (\(condition)) AND y = \(3) ORDER BY \(raw: "y DESC")"
        #expect(query.text == "SELECT * FROM t WHERE x = $1 AND (a = $2 OR b = $3) AND y = $4 ORDER BY y DESC")
        #expect(query.parameters.map(\.datum) == [.integer(0), .integer(1), .integer(2), .integer(3)])
        #expect((condition + ";").text == "a = $1 OR b = $2;")
    }

    @Test("Conditions are joined by AND, and none of them means TRUE")
    func conditions() {
        #expect(Query.all([]).text == "TRUE")
        #expect(Query.all(["a = \(1)", "b OR c", "d = \(2)"]).text == "(a = $1) AND (b OR c) AND (d = $2)")
    }

    @Test(
        "A list is filled up to a power of two with its last value",
        arguments: [(1, 1), (2, 2), (3, 4), (5, 8), (1_000, 1_024)]
    )
    func lists(_ count: Int, _ expected: Int) {
        let query: Query = "SELECT 1 WHERE 1 IN (\(Array(0..<count)))"
        #expect(query.parameters.count == expected)
        #expect(query.parameters.last?.datum == .integer(Int64(count - 1)))
    }

    @Test("A query with too many values is refused before it is sent")
    func tooMany() async throws {
        let database = try SQLiteDatabase.inMemory()
        let query: Query = "SELECT 1 AS one WHERE 1 IN (\(Array(0...Query.maximumValues)))"
        #expect(await databaseError { _ = try await database.read { try $0.rows(query) } }?.kind == .invalid)
        let most: Query = "SELECT 1 AS one WHERE 1 IN (\(Array(0..<Query.maximumValues)))"
        #expect(try await database.read { try $0.rows(most).count } == 1)
        await database.close()
    }

    @Test(
        "Names of another shape are refused",
        arguments: ["", "1a", "a-b", "a\"b", "a b", "\u{E9}", "a;", String(repeating: "a", count: 64)]
    )
    func identifiers(_ name: String) {
        #expect(throws: DatabaseError.self) { try Identifier(checking: name) }
    }

    @Test("An error names the statement and never its values")
    func errors() async throws {
        let database = try SQLiteDatabase.inMemory()
        let failure = await databaseError {
            _ = try await database.read { try $0.rows("SELECT * FROM nowhere WHERE a = \("hunter2")") }
        }
        #expect(failure?.attempt == "run `SELECT * FROM nowhere WHERE a = $1`")
        #expect(failure.map { "\($0) \(String(reflecting: $0))" }?.contains("hunter2") == false)
        await database.close()
    }
}
