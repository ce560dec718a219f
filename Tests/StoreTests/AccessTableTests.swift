import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct AccessTableTests {
    @Test("What is said of a level is replaced, found and taken back", arguments: TestEngine.available)
    func levels(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let crm = LevelSetting.Subject(.system, "crm")
            let shop = LevelSetting.Subject(.source, "src_shop")
            func said(_ subject: LevelSetting.Subject, _ level: Identity.Level, until: Instant?) -> LevelSetting {
                LevelSetting(subject, level, until: until, reason: "rollout", setBy: "sina", set: .start)
            }
            let (first, last) = (said(crm, .observe, until: .start + .hours(1)), said(crm, .enforce, until: nil))
            let other = said(shop, .warn, until: .start + .hours(2))
            let found = try await store.write { connection in
                for each in [first, other, last] { try LevelTable.put(each, in: connection) }
                return (try LevelTable.all(in: connection), try LevelTable.find(crm, in: connection))
            }
            #expect(found.0 == [other, last])
            #expect(found.1 == last)
            let removed = try await store.write { connection in
                (try LevelTable.remove(crm, in: connection), try LevelTable.remove(crm, in: connection))
            }
            #expect(removed == (true, false))
            #expect(try await store.read { try LevelTable.find(crm, in: $0) } == nil)
        }
    }

    @Test("A grant is open until its end or its revocation", arguments: TestEngine.available)
    func grants(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let identity = Identity.sample("A")
            func grant(_ system: String, from begin: Int64, to end: Int64) throws -> Grant {
                Grant(
                    id: .new(),
                    identity: identity.id,
                    action: .write,
                    resource: try #require(ResourcePath("\(system)/contacts/eu")),
                    begins: .start + .hours(begin),
                    ends: .start + .hours(end),
                    reason: "orders",
                    grantedBy: "usr_1",
                )
            }
            let open = try grant("crm", from: -1, to: 1)
            let future = try grant("crm", from: 1, to: 2)
            let ended = try grant("crm", from: -2, to: 0)
            var revoked = try grant("erp", from: -1, to: 1)
            let all = [open, future, ended, revoked]
            let again = try await store.write { connection in
                try IdentityTable.insert(identity, in: connection)
                for grant in all { try GrantTable.insert(grant, in: connection) }
                try GrantTable.revoke(all[3].id, at: .start, in: connection)
                return try GrantTable.revoke(all[3].id, at: .start + .hours(1), in: connection)
            }
            #expect(!again)
            revoked.revoked = .start
            let expected = revoked
            #expect(try await store.read { try GrantTable.find(open.id, in: $0) } == open)
            #expect(try await store.read { try GrantTable.find(expected.id, in: $0) } == expected)
            let usable = try await store.read { try GrantTable.openOrFuture(at: .start, in: $0) }
            #expect(Set(usable) == [open, future])
            #expect(try await store.read { try GrantTable.openBySystem(at: .start, in: $0) } == ["crm": 1])
            let ofIdentity = try await store.read { try GrantTable.all(of: identity.id, in: $0) }
            #expect(Set(ofIdentity) == [open, future, ended, expected])
            let listed = try await store.read { connection in
                try GrantTable.list(of: identity.id, on: "crm", openAt: .start, in: connection)
            }
            #expect(listed.items == [open])
            let first = try await store.read { try GrantTable.list(page: PageRequest(limit: 3), in: $0) }
            let second = try await store.read { [first] connection in
                try GrantTable.list(page: PageRequest(limit: 3, cursor: first.next), in: connection)
            }
            #expect(Set(first.items + second.items).count == 4)
        }
    }

    @Test("A grant of an identity that does not exist is refused", arguments: TestEngine.available)
    func strayGrant(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let error = await #expect(throws: DatabaseError.self) {
                try await store.write { connection in
                    let lease = Lease(
                        id: .new(),
                        kind: .accessToken,
                        identity: .new(),
                        issued: .start,
                        expires: .start + .hours(1),
                    )
                    try LeaseTable.insert(lease, in: connection)
                }
            }
            #expect(error?.kind == .constraintForeign)
        }
    }

    @Test("Stopping an identity ends its usable leases and no others", arguments: TestEngine.available)
    func leases(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let (stopped, other) = (Identity.sample("A"), Identity.sample("B"))
            func lease(_ identity: Identity, hours: Int64) -> Lease {
                Lease(
                    id: .new(),
                    kind: .accessToken,
                    identity: identity.id,
                    task: "run 7",
                    issued: .start - .hours(2),
                    expires: .start + .hours(hours),
                )
            }
            let (usable, expired, foreign) = (
                lease(stopped, hours: 1), lease(stopped, hours: 0), lease(other, hours: 1)
            )
            let revoked = try await store.write { connection in
                try IdentityTable.insert([stopped, other], in: connection)
                for lease in [usable, expired, foreign] { try LeaseTable.insert(lease, in: connection) }
                let before = try LeaseTable.usable(of: stopped.id, at: .start, in: connection)
                return [before, try LeaseTable.revokeAll(of: stopped.id, at: .start, in: connection)]
            }
            #expect(revoked == [1, 1])
            var ended = usable
            ended.revoked = .start
            let expected = ended
            #expect(try await store.read { try LeaseTable.find(usable.id, in: $0) } == expected)
            #expect(try await store.read { try LeaseTable.find(foreign.id, in: $0) } == foreign)
            #expect(try await store.read { try LeaseTable.revokedEarly(at: .start, in: $0) } == [usable.id])
            let latest = try await store.read { try LeaseTable.latest(of: stopped.id, in: $0) }
            #expect(Set(latest) == [expected, expired])
            #expect(try await store.read { try LeaseTable.list(in: $0) }.total == 3)
            let again = try await store.write { try LeaseTable.revoke(foreign.id, at: .start, in: $0) }
            #expect(again)
        }
    }

    @Test("An identity's client keys are replaced without a gap", arguments: TestEngine.available)
    func clients(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let identity = Identity.sample("A")
            func key(_ id: String, _ kind: ClientKey.Kind, hour: Int64) -> ClientKey {
                ClientKey(
                    id: id,
                    identity: identity.id,
                    kind: kind,
                    material: "{}",
                    created: .start + .hours(hour),
                    expires: .start + .days(1),
                )
            }
            let (old, new) = (key("k1", .secret, hour: 0), key("k2", .publicKey, hour: 1))
            try await store.write { connection in
                try IdentityTable.insert(identity, in: connection)
                try ClientTable.insert(old, in: connection)
                try ClientTable.insert(new, in: connection)
            }
            #expect(try await store.read { try ClientTable.all(of: identity.id, in: $0) } == [new, old])
            #expect(try await store.write { try ClientTable.revoke("k1", at: .start, in: $0) })
            let found = try await store.read { try ClientTable.find("k1", in: $0) }
            #expect(found?.isUsable(at: .start + .hours(1)) == false)
            #expect(new.isUsable(at: .start + .hours(1)) && !new.isUsable(at: .start + .days(1)))
            #expect(try await store.write { try ClientTable.revokeAll(of: identity.id, at: .start, in: $0) } == 1)
        }
    }

    @Test("An assertion is accepted once", arguments: TestEngine.available)
    func assertions(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let claims = try await store.write { connection in
                try [("c", "1"), ("c", "1"), ("d", "1"), ("c", "2")].map { client, jti in
                    try UsedAssertionTable.claim(client: client, jti: jti, expires: .start, in: connection)
                }
            }
            #expect(claims == [true, false, true, true])
            #expect(try await store.write { try UsedAssertionTable.removeExpired(at: .start, in: $0) } == 3)
        }
    }

    @Test("A system comes back as it was put last", arguments: TestEngine.available)
    func systems(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let first = System(name: "crm", title: "CRM", environment: "test")
            let second = System(
                name: "crm",
                title: "Customers",
                environment: "production",
                function: "sales",
                vendor: "Acme",
                region: "eu",
                dataClasses: ["personal"],
                upstream: "http://127.0.0.1:9000",
                injection: .header("X-Key"),
                adminPaths: ["/admin"],
            )
            try await store.write { connection in
                try SystemTable.put(first, at: .start, in: connection)
                try SystemTable.put(second, at: .start, in: connection)
            }
            #expect(try await store.read { try SystemTable.find("crm", in: $0) } == second)
            #expect(try await store.read { try SystemTable.all(in: $0) } == [second])
            #expect(try await store.read { try SystemTable.count(in: $0) } == 1)
        }
    }

    @Test("A sealed record is replaced, listed and removed", arguments: TestEngine.available)
    func sealed(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let old = SealedRecord(kind: "system-credential", id: "crm", keyID: "m1", bytes: [1])
            let new = SealedRecord(kind: "system-credential", id: "crm", keyID: "m2", bytes: [0, 255])
            try await store.write { connection in
                try SealedTable.put(old, at: .start, in: connection)
                try SealedTable.put(new, at: .start, in: connection)
            }
            #expect(try await store.read { try SealedTable.find(kind: new.kind, id: "crm", in: $0) } == new)
            #expect(try await store.read { try SealedTable.all(kind: new.kind, in: $0) } == [new])
            #expect(try await store.read { try SealedTable.ids(kind: new.kind, in: $0) } == ["crm"])
            #expect(try await store.write { try SealedTable.remove(kind: new.kind, id: "crm", in: $0) })
            #expect(try await store.read { try SealedTable.find(kind: new.kind, id: "crm", in: $0) } == nil)
        }
    }

    @Test("Stops are listed newest first", arguments: TestEngine.available)
    func stops(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let identity = Identity.sample("A")
            let stops = (0..<3).map { number in
                Stop(
                    id: ID(at: .start + .seconds(Int64(number))),
                    identity: identity.id,
                    reason: "leak",
                    by: "usr_1",
                    requested: .start,
                    acknowledged: .start + .milliseconds(20),
                    leasesRevoked: number,
                    nodesConfirmed: 2,
                    nodesExpired: 1,
                )
            }
            try await store.write { connection in
                try IdentityTable.insert(identity, in: connection)
                for stop in stops { try StopTable.insert(stop, in: connection) }
            }
            #expect(try await store.read { try StopTable.latest(in: $0) } == stops[2])
            #expect(try await store.read { try StopTable.find(stops[0].id, in: $0) } == stops[0])
            let page = try await store.read { connection in
                try StopTable.list(of: identity.id, page: PageRequest(limit: 2), in: connection)
            }
            #expect(page.items == [stops[2], stops[1]])
        }
    }
}
