import Domain
import SQLEngine
import Store

/// The parts of one kind of an estate beside those that the store knows.
struct PartDifference<Part: EstatePart>: Sendable {
    struct Changed: Sendable {
        let old: Part
        let new: Part
        /// Digest of the definition before.
        let before: String
    }

    private(set) var added: [Part] = []
    private(set) var changed: [Changed] = []
    /// Vanished once, here again.
    private(set) var returned: [Part] = []
    /// Of the same definition, with other facts, such as a later last use.
    private(set) var refreshed: [Part] = []
    private(set) var vanished: [Part] = []
    private(set) var unchanged = 0
    private(set) var marks: [String: EstateMark] = [:]

    /// Leaves alone what did not show though it may still be there, such as what stood in a file that cannot be read now.
    ///
    /// - Returns: What is kept.
    mutating func keep(where mayBeThere: (Part) -> Bool) -> [Part] {
        let kept = vanished.filter(mayBeThere)
        vanished.removeAll(where: mayBeThere)
        return kept
    }

    /// How many rows it takes to write it.
    var weight: Int { added.count + changed.count + returned.count + refreshed.count + vanished.count }

    /// Compares with what is seen of a source; nil for a source that is new.
    ///
    /// Of parts with the same key the first counts.
    init(_ parts: [Part], of source: ID<Source>?, in connection: some Connection) throws {
        if let source { marks = try EstateTable<Part>.marks(of: source, in: connection) }
        var present: Set<String> = []
        var differing: [Part] = []
        for part in parts {
            let key = part.partKey
            guard present.insert(key).inserted else { continue }
            guard let mark = marks[key] else {
                added.append(part)
                continue
            }
            let digest = try EstateStage.Row.digest(of: part)
            if digest.hasPrefix(mark.digest + "-"), !mark.vanished {
                // Written before judgements were part of the digest.
                refreshed.append(part)
            } else if mark.digest != digest {
                differing.append(part)
            } else if mark.vanished {
                returned.append(part)
            } else if part.lastUse != mark.lastUse {
                refreshed.append(part)
            } else {
                unchanged += 1
            }
        }
        guard let source else { return }
        let gone = marks.filter { !$0.value.vanished && !present.contains($0.key) }.keys.sorted()
        let stored = try EstateTable<Part>.find(differing.map(\.partKey) + gone, of: source, in: connection)
        for new in differing {
            guard let old = stored[new.partKey], let mark = marks[new.partKey] else { continue }
            changed.append(Changed(old: old.part, new: new, before: mark.digest))
        }
        vanished = gone.compactMap { stored[$0]?.part }
    }

    /// What an import that was cut off had shown and not followed up.
    init(since generation: Int64, of source: ID<Source>, in connection: some Connection) throws {
        for (old, new) in try EstateTable<Part>.differences(since: generation, of: source, in: connection) {
            switch (old, new) {
            case (nil, let new?): added.append(new.part)
            case (let old?, nil): vanished.append(old.part)
            case (let old?, let new?):
                let before = try EstateStage.Row.digest(of: old.part)
                if new.vanished != nil {
                    vanished.append(old.part)
                } else if try before != EstateStage.Row.digest(of: new.part) {
                    changed.append(Changed(old: old.part, new: new.part, before: before))
                } else if old.vanished != nil {
                    returned.append(new.part)
                }
            case (nil, nil): break
            }
        }
    }

    /// What is to be written, encoded one by one when it is taken.
    var writes: [PendingRow] {
        let parts = added + changed.map(\.new) + returned + refreshed
        return parts.map { part in PendingRow { [mark = marks[part.partKey]] in try EstateStage.Row(part, over: mark) }
        }
    }
}

/// A row that is encoded outside the transaction that writes it.
struct PendingRow: Sendable {
    let encoded: @Sendable () throws -> EstateStage.Row
}
