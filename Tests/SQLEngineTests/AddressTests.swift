import SQLEngine
import Testing

struct AddressTests {
    @Test(
        "An address is described without its password",
        arguments: [
            (
                "postgres://penstock:hunter2@db.example:5433/store?sslmode=require",
                "postgres://penstock@db.example:5433/store"
            ),
            ("postgresql://db.example/store", "postgres://db.example/store"),
            ("postgres://u:hunter2@/store?host=/run/hunter2", "postgres://u@/run/***/store"),
            ("sqlite:/var/lib/store.sqlite", "sqlite:/var/lib/store.sqlite"), ("sqlite::memory:", "sqlite::memory:"),
        ],
    )
    func description(_ text: String, _ expected: String) throws {
        #expect("\(try DatabaseAddress(text))" == expected)
    }

    @Test(
        "A text that is no address is refused without repeating it",
        arguments: [
            "", "sqlite:", "mysql://u:hunter2@h/d", "postgres://u:hunter2@[::1/d", "postgres://u:hunter2%zz@h/d",
            "postgres://u:hunter2@h/d?x=y=hunter2",
        ],
    )
    func refused(_ text: String) async {
        let failure = await databaseError { _ = try DatabaseAddress(text) }
        #expect(failure?.kind == .invalid)
        #expect(failure.map { String(reflecting: $0) }?.contains("hunter2") == false)
    }
}
