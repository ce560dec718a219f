package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Event {
    /// What is stored and hashed: the event as canonical JSON (RFC 8785), without what is nil.
    ///
    /// `v` is the version of this form. Times are RFC 3339 in UTC. The same bytes come out of the same event for ever;
    /// docs/log.md describes each member.
    package var canonicalBytes: [UInt8] {
        var json = CanonicalJSON()
        json.object { json in
            json.member("actor") { json in
                json.object { json in
                    json.member("id", actor.id)
                    json.member("kind", actor.kind.rawValue)
                    json.member("name", actor.name)
                }
            }
            json.member("at", at.text)
            json.member("changes") { json in
                json.array(changes) { json, change in
                    json.object { json in
                        json.member("after", change.after)
                        json.member("before", change.before)
                        json.member("field", change.field)
                    }
                }
            }
            if let decision { json.member("decision") { decision.write(to: &$0) } }
            json.member("detail") { json in
                json.object { json in
                    for name in detail.keys.sorted(by: { $0.utf16.lexicographicallyPrecedes($1.utf16) }) {
                        json.member(name, detail[name])
                    }
                }
            }
            json.member("id", id.text)
            json.member("kind", kind.rawValue)
            json.member("originalCaller", originalCaller)
            if let subject {
                json.member("subject") { json in
                    json.object { json in
                        json.member("id", subject.id)
                        json.member("kind", subject.kind)
                        json.member("name", subject.name)
                    }
                }
            }
            json.member("v") { $0.integer(1) }
        }
        return json.bytes
    }

    /// Reads what `canonicalBytes` wrote; members this program does not know are passed over.
    ///
    /// - Throws: `DecodingError` for anything else.
    package init(canonicalBytes bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Event.self, from: Data(bytes))
    }
}

extension Event.DecisionRecord {
    fileprivate func write(to json: inout CanonicalJSON) {
        json.object { json in
            json.member("id", id.text)
            json.member("policies") { json in
                json.array(policies) { $0.string($1) }
            }
            json.member("verdict", verdict.rawValue)
            json.member("version") { $0.integer(version) }
        }
    }
}
