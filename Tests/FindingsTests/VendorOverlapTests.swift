import Domain
import Findings
import Testing

struct VendorOverlapTests {
    private func inventory(
        vendor: String? = "Acme",
        shared: Bool = true,
        environment: String = "production",
        contact: String? = "+44 20 7946 0000",
    ) -> Inventory {
        let flows = [
            workflow("theirs", [step("s", credentials: ["1"])], environment: environment),
            workflow("ours", [step("s", credentials: [shared ? "1" : "2"])], environment: environment),
        ]
        var run = identity("theirs", owner: user("ann"))
        run.vendor = vendor
        var inventory = FindingsTests.inventory(flows, identities: [run, identity("ours")], users: [user("ann")])
        inventory.vendors = [Vendor(name: "Acme", stopContact: contact)]
        return inventory
    }

    private func found(_ inventory: Inventory) -> [Finding] { findings("vendor-shared-production", in: inventory) }

    @Test("C12: a third party's automation with a shared secret in production is found, with whom to call to stop it")
    func overlap() {
        let all = found(inventory())
        #expect(all.map(\.severity) == [.high])
        #expect(all.first?.subject.kind == "credential")
        #expect(all.first?.evidence["vendors"] == .list(["Acme"]))
        #expect(all.first?.evidence["sharedWith"] == .list(["workflow theirs", "workflow ours"]))
        #expect(all.first?.remedy.contains("call Acme: +44 20 7946 0000") == true)
        #expect(all.first?.remedy.contains("penstock stop idn_theirs") == true)
    }

    @Test("C12: each of the three alone is none: our own, not shared, not in production")
    func silent() {
        #expect(found(inventory(vendor: nil)).isEmpty)
        #expect(found(inventory(shared: false)).isEmpty)
        #expect(found(inventory(environment: "test")).isEmpty)
    }

    @Test("C12: while nobody agreed whom to call it is worse, and the remedy says how to agree")
    func withoutContact() {
        let all = found(inventory(contact: nil))
        #expect(all.map(\.severity) == [.critical])
        #expect(all.first?.remedy.contains("penstock vendors set Acme --stop-contact WHOM") == true)
    }
}
