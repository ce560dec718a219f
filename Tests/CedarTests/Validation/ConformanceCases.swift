/// A schema with entities and requests that the reference engine (SDK 4.12) takes, and others that it refuses.
enum ConformanceCases {
    static let schema = """
        entity User in [Team] {
            name: String,
            age?: Long,
            manager?: User,
            home?: { city: String, zip?: Long },
            roles?: Set<String>,
            address?: ipaddr,
            amount?: decimal,
            since?: datetime,
            span?: duration,
            color?: Color,
            flag?: Bool,
            nested?: Set<{ a: Set<Long> }>,
            act?: Action,
        } tags Set<String>;
        entity Team in [Org] { };
        entity Org;
        entity Color enum ["red", "green"];
        entity Plain;
        action read in [all] appliesTo { principal: User, resource: Team, context: { mfa: Bool, source?: ipaddr, who?: User, color?: Color, home?: { city: String } } };
        action all;
        namespace N { entity X; action go appliesTo { principal: X, resource: X }; }
        """

    static let entities: [(json: String, isValid: Bool)] = [
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"}}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Nope","id":"u"},"attrs":{},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Plain","id":"u"},"attrs":{},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"Plain","id":"u"},"attrs":{"x":1},"parents":[]}]"#, false),
        (#"[{"uid":"User::\"u\"","attrs":{"name":"n"},"parents":[]}]"#, false),
        (#"[{"uid":{"__entity":{"type":"User","id":"u"}},"attrs":{"name":"n"},"parents":[]}]"#, true),
        (#"[{"uid":{"__expr":"User::\"u\""},"attrs":{"name":"n"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"foo":1}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","nope":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":1},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":"1"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":1.0},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":null},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":true},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":9223372036854775807},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":9223372036854775808},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"type":"User","id":"x"}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"__entity":{"type":"User","id":"x"}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"type":"Team","id":"x"}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"__entity":{"type":"Team","id":"x"}}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":"User::\"x\""},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"__expr":"User::\"x\""}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"type":"User","id":"x","foo":1}},"parents":[]}]"#,
            true
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":{"type":"User"}},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","manager":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{"city":"c"}},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{}},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{"city":"c","zip":1}},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{"city":"c","zip":"1"}},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{"city":"c","nope":1}},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":1},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","home":{"city":"c","city":"d"}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","roles":[]},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","roles":["a","b"]},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","roles":["a",1]},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","roles":"a"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","roles":["a","a"]},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":"10.0.0.1"},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":"nope"},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"__extn":{"fn":"ip","arg":"10.0.0.1"}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"fn":"ip","arg":"10.0.0.1"}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"__extn":{"fn":"decimal","arg":"1.0"}}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"fn":"decimal","arg":"1.0"}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":1},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"__extn":{"fn":"ip","arg":"nope"}}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","address":{"__extn":{"fn":"nope","arg":"x"}}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","amount":"1.0"},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","amount":"1"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","amount":1},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","amount":{"__extn":{"fn":"decimal","arg":"1.5"}}},"parents":[]}]"#,
            true
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":"2024-01-01"},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":"x"},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"datetime","arg":"2024-01-01"}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"fn":"offset","args":[{"fn":"datetime","arg":"2024-01-01"},{"fn":"duration","arg":"1h"}]}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"offset","args":[{"__extn":{"fn":"datetime","arg":"2024-01-01"}},{"__extn":{"fn":"duration","arg":"1h"}}]}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"offset","args":["2024-01-01","1h"]}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"toDate","arg":{"__extn":{"fn":"datetime","arg":"2024-01-01"}}}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"datetime","args":["2024-01-01"]}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"datetime","arg":1}}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","span":"1h"},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","span":"x"},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","span":{"__extn":{"fn":"toTime","arg":{"__extn":{"fn":"datetime","arg":"2024-01-01"}}}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","span":{"__extn":{"fn":"durationSince","args":["2024-01-01","2024-01-02"]}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","color":{"type":"Color","id":"red"}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","color":{"type":"Color","id":"blue"}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","flag":true},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","flag":"true"},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","flag":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","nested":[{"a":[1]}]},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","nested":[{"a":["x"]}]},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","nested":[{"b":[1]}]},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","nested":[]},"parents":[]}]"#, true),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","act":{"type":"Action","id":"read"}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","act":{"type":"Action","id":"nope"}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","act":{"type":"N::Action","id":"go"}},"parents":[]}]"#,
            false
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","age":{"__expr":"1"}},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Team","id":"t"}]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Org","id":"t"}]}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Nope","id":"t"}]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":["Team::\"t\""]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"__entity":{"type":"Team","id":"t"}}]}]"#,
            true
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"User","id":"u2"}]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Team","id":"t"},{"type":"Team","id":"t"}]}]"#,
            true
        ),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Color","id":"red"}]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Action","id":"all"}]}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":{}}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":{"k":["a"]}}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":{"k":"a"}}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":{"k":[1]}}]"#, false),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":{"k":[]}}]"#, true),
        (#"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[],"tags":1}]"#, false),
        (#"[{"uid":{"type":"Team","id":"t"},"attrs":{},"parents":[],"tags":{"k":"v"}}]"#, false),
        (#"[{"uid":{"type":"Team","id":"t"},"attrs":{},"parents":[],"tags":{}}]"#, true),
        (#"[{"uid":{"type":"Color","id":"red"},"attrs":{},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"Color","id":"blue"},"attrs":{},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Color","id":"red"},"attrs":{"x":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Color","id":"red"},"attrs":{},"parents":[{"type":"Team","id":"t"}]}]"#, false),
        (#"[{"uid":{"type":"Color","id":"red"},"attrs":{},"parents":[],"tags":{"k":"v"}}]"#, false),
        (#"[{"uid":{"type":"Action","id":"read"},"attrs":{},"parents":[{"type":"Action","id":"all"}]}]"#, true),
        (#"[{"uid":{"type":"Action","id":"read"},"attrs":{},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Action","id":"all"},"attrs":{},"parents":[]}]"#, true),
        (#"[{"uid":{"type":"Action","id":"nope"},"attrs":{},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Action","id":"all"},"attrs":{"x":1},"parents":[]}]"#, false),
        (#"[{"uid":{"type":"Action","id":"all"},"attrs":{},"parents":[],"tags":{"k":"v"}}]"#, false),
        (
            #"[{"uid":{"type":"Action","id":"read"},"attrs":{},"parents":[{"type":"Action","id":"all"},{"type":"N::Action","id":"go"}]}]"#,
            false
        ),
        (#"[{"uid":{"type":"N::Action","id":"go"},"attrs":{},"parents":[]}]"#, true),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[]},{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[]},{"uid":{"type":"User","id":"u"},"attrs":{"name":"m"},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"Team","id":"t"},"attrs":{},"parents":[{"type":"Org","id":"o"}]},{"uid":{"type":"Org","id":"o"},"attrs":{},"parents":[]},{"uid":{"type":"User","id":"u"},"attrs":{"name":"n"},"parents":[{"type":"Team","id":"t"}]}]"#,
            true
        ),
        (#"[{"uid":{"type":"Team","id":"t"},"attrs":{},"parents":[{"type":"Team","id":"t"}]}]"#, false),
        (#"[]"#, true),
        (#"{}"#, false),
        (#"[1]"#, false),
        (#"[{"attrs":{},"parents":[]}]"#, false),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","since":{"__extn":{"fn":"offset","args":["2024-01-01",{"__extn":{"fn":"duration","arg":"1h"}}]}}},"parents":[]}]"#,
            true
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","flag":{"fn":"isIpv4","arg":"1.2.3.4"}},"parents":[]}]"#,
            false
        ),
        (
            #"[{"uid":{"type":"User","id":"u"},"attrs":{"name":"n","flag":{"__extn":{"fn":"isIpv4","arg":"1.2.3.4"}}},"parents":[]}]"#,
            false
        ),
    ]

    static let requests: [(json: String, isValid: Bool)] = [
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true}}"#,
            true
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": 1}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "x": 1}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "source": "10.0.0.1"}}"#,
            true
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "source": "x"}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "who": {"type": "User", "id": "x"}}}"#,
            true
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "who": {"type": "Team", "id": "x"}}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "color": {"type": "Color", "id": "red"}}}"#,
            true
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "color": {"type": "Color", "id": "blue"}}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true, "home": {}}}"#,
            false
        ),
        (
            #"{"principal": {"type": "Team", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "User", "id": "t"}, "context": {"mfa": true}}"#,
            false
        ),
        (
            #"{"principal": {"type": "Nope", "id": "u"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "nope"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "all"}, "resource": {"type": "Team", "id": "t"}, "context": {}}"#,
            false
        ),
        (
            #"{"principal": {"type": "User", "id": "u"}, "action": {"type": "User", "id": "x"}, "resource": {"type": "Team", "id": "t"}, "context": {}}"#,
            false
        ),
        (
            #"{"principal": {"type": "N::X", "id": "u"}, "action": {"type": "N::Action", "id": "go"}, "resource": {"type": "N::X", "id": "t"}, "context": {}}"#,
            true
        ),
        (
            #"{"principal": {"type": "N::X", "id": "u"}, "action": {"type": "N::Action", "id": "go"}, "resource": {"type": "N::X", "id": "t"}, "context": {"x": 1}}"#,
            false
        ),
        (
            #"{"principal": {"type": "Color", "id": "red"}, "action": {"type": "Action", "id": "read"}, "resource": {"type": "Team", "id": "t"}, "context": {"mfa": true}}"#,
            false
        ),
    ]
}
