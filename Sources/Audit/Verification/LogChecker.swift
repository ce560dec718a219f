import MerkleLog

/// Recomputes a log's tree from its entries in constant memory and compares it with what was recorded.
///
/// Fed in order: each entry; after every 256th and perhaps after the last its recorded leaf hashes; then the
/// checkpoints of that size. It knows no store, so that stored logs and exported files are judged alike.
struct LogChecker {
    private let key: NoteVerifier
    private var tree = GrowingTree()
    /// Entries since the last recorded leaf hashes, with the ids of their events.
    private var recent: [(leaf: Digest, event: String?)] = []
    private var problems: [LogProblem] = []
    /// A stretch that does not fit its checkpoint, until an entry in it can be named.
    private var suspicion: LogProblem?
    private var checkpoints = 0

    init(key: NoteVerifier) {
        self.key = key
    }

    /// Entries taken so far.
    var size: Int { tree.size }

    /// Entries whose recorded leaf hashes have not been taken yet.
    var unrecorded: Int { recent.count }

    /// How many entries the last checkpoint covers that holds.
    private(set) var sealed = 0

    /// The root over them.
    var root: Digest { tree.root }

    /// True while every entry is the one that was appended, as far as that has been seen.
    var isTrue: Bool {
        suspicion == nil && !problems.contains { [.entryChanged, .entriesMissing, .stretchChanged].contains($0.kind) }
    }

    /// Takes the next entry.
    mutating func take(leaf: Digest, event: String?) {
        tree.append(leaf)
        recent.append((leaf, event))
    }

    /// The tiles that the entries since the last call have filled, lowest first.
    mutating func takeFullTiles() -> [Tile] {
        tree.takeChangedTiles().filter { $0.coordinate.width == Tile.fullWidth }
    }

    /// Takes the recorded leaf hashes of all entries since the last were taken.
    mutating func take(recorded hashes: [Digest]) {
        let start = size - recent.count
        if let offset = zip(recent, hashes).enumerated().first(where: { $0.element.0.leaf != $0.element.1 })?.offset {
            reportChanged(start + offset, recent[offset].event)
        }
        if hashes.count != recent.count {
            report(.treeChanged, "\(hashes.count) leaf hashes are recorded of entries \(start) to \(size - 1)")
        }
        recent.removeAll(keepingCapacity: true)
        settle()
    }

    /// Takes a checkpoint, as a signed note, once as many entries have been taken as it says; problems call it `name`.
    mutating func take(checkpoint note: SignedNote, _ name: String) {
        guard let checkpoint = opened(note, name) else { return }
        guard checkpoint.size == size else {
            report(.checkpointInvalid, "\(name) is of \(checkpoint.size) entries and stands after \(size)")
            return
        }
        if checkpoint.root == root {
            checkpoints += 1
            sealed = size
            acquitEntries()
        } else if isTrue {
            suspicion = LogProblem(
                .stretchChanged,
                "entries \(sealed) to \(size - 1) are not those that \(name) was made of",
                index: sealed,
            )
        }
    }

    /// Takes a checkpoint of more entries than there are.
    mutating func take(unreached note: SignedNote, _ name: String) {
        guard let checkpoint = opened(note, name) else { return }
        guard checkpoint.size > size else {
            report(.checkpointInvalid, "\(name) is of \(checkpoint.size) entries")
            return
        }
        reportMissing(size..<checkpoint.size, "\(name) was made of \(checkpoint.size)")
    }

    mutating func reportChanged(_ index: Int, _ event: String?) {
        let message = "entry \(index)\(Self.named(event)) is not the one that was appended there"
        report(.entryChanged, message, at: index, event: event)
    }

    mutating func reportMissing(_ range: Range<Int>, _ reason: String) {
        let what =
            range.count == 1
            ? "entry \(range.lowerBound) is" : "entries \(range.lowerBound) to \(range.upperBound - 1) are"
        report(.entriesMissing, "\(what) missing: \(reason)", at: range.lowerBound)
    }

    /// Notes a problem that the feeder found; a second one of the same kind at the same entry says nothing new.
    mutating func report(_ kind: LogProblem.Kind, _ message: String, at index: Int? = nil, event: String? = nil) {
        guard problems.count < VerificationReport.maximumProblems else { return }
        guard index == nil || !problems.contains(where: { $0.index == index && $0.kind == kind }) else { return }
        problems.append(LogProblem(kind, message, index: index, event: event))
    }

    /// The judgement at the end of the log.
    mutating func finish() -> VerificationReport {
        settle()
        return VerificationReport(
            entries: size,
            root: root.description,
            checkpoints: checkpoints,
            sealed: sealed,
            key: key.description,
            problems: problems.sorted { ($0.index ?? .max) < ($1.index ?? .max) },
        )
    }

    /// `, event evt_…,` to follow the index of an entry; nothing when the event's id is not known.
    static func named(_ event: String?) -> String {
        if let event { ", event `\(event)`," } else { "" }
    }

    private mutating func opened(_ note: SignedNote, _ name: String) -> Checkpoint? {
        do {
            return try Checkpoint(opening: note, with: key)
        } catch {
            report(.checkpointInvalid, "\(name) is not this log's: \(error)")
            return nil
        }
    }

    /// The entries so far are proved to be those that were signed: what contradicts them is what was changed.
    private mutating func acquitEntries() {
        suspicion = nil
        problems = problems.map { problem in
            guard problem.kind == .entryChanged, let index = problem.index else { return problem }
            return LogProblem(
                .treeChanged,
                "what is recorded beside entry \(index)\(Self.named(problem.event)) does not follow from it",
                index: index,
                event: problem.event,
            )
        }
    }

    /// Makes a suspicion a problem unless an entry of the stretch has been named since.
    private mutating func settle() {
        guard let suspicion else { return }
        self.suspicion = nil
        if isTrue { report(suspicion.kind, suspicion.message, at: suspicion.index) }
    }
}
