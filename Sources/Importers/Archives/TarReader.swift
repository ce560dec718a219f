/// Reads a tar archive that comes in pieces of any length.
struct TarReader {
    private enum State {
        /// A header is to come.
        case header
        /// One block of zeros was there; a second one ends the archive.
        case firstEnd
        case end
        /// Bytes of an entry; `padding` more follow to the end of the last block.
        case body(left: Int, padding: Int, purpose: Purpose)
        case padding(Int)
    }

    private enum Purpose {
        case keep(path: String)
        case pass
        case longName
        case attributes
    }

    private(set) var content: ArchiveContent
    private let wants: (String) -> Bool
    private let fileSizeLimit: Int
    private var state = State.header
    private var block: [UInt8] = []
    private var body: [UInt8] = []
    /// What extended headers say of the next entry.
    private var nextName: [UInt8]?
    private var nextSize: Int?
    private var nextIsSparse = false

    /// Extended headers above this make the archive refused.
    private static let mostAttributes = 1 << 20

    /// - Parameters:
    ///   - limits: How many entries it may hold.
    ///   - fileSizeLimit: Files above this many bytes are rejected.
    ///   - wants: Whether the bytes of the file at a path are to be kept.
    init(limits: ArchiveLimits, fileSizeLimit: Int, wants: @escaping (String) -> Bool) {
        content = ArchiveContent(limits: limits)
        self.fileSizeLimit = fileSizeLimit
        self.wants = wants
    }

    mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(ArchiveFailure) {
        var rest = piece[...]
        while !rest.isEmpty {
            switch state {
            case .header, .firstEnd:
                let taken = rest.prefix(TarHeader.size - block.count)
                block += taken
                rest = rest.dropFirst(taken.count)
                if block.count == TarHeader.size { try takeHeader() }
            case .end:
                guard rest.allSatisfy({ $0 == 0 }) else {
                    throw ArchiveFailure("something follows the end of the tar archive")
                }
                return
            case .body(let left, let padding, let purpose):
                let taken = rest.prefix(left)
                if case .pass = purpose {} else { body += taken }
                rest = rest.dropFirst(taken.count)
                state = .body(left: left - taken.count, padding: padding, purpose: purpose)
                if left == taken.count { try endBody(purpose, padding: padding) }
            case .padding(let left):
                let taken = min(left, rest.count)
                rest = rest.dropFirst(taken)
                state = taken == left ? .header : .padding(left - taken)
            }
        }
    }

    /// Ends the reading.
    ///
    /// - Throws: When the archive is not at its end.
    mutating func finish() throws(ArchiveFailure) -> ArchiveContent {
        guard case .end = state else { throw ArchiveFailure("the tar archive ends too early; copy it again") }
        return content
    }

    // MARK: - Headers

    private mutating func takeHeader() throws(ArchiveFailure) {
        defer { block.removeAll(keepingCapacity: true) }
        if block.allSatisfy({ $0 == 0 }) {
            if case .firstEnd = state { state = .end } else { state = .firstEnd }
            return
        }
        // A single block of zeros is no end; GNU tar goes on as well.
        let header = try TarHeader(block[...])
        switch header.kind {
        case .attributes, .globalAttributes, .longName:
            guard header.size <= Self.mostAttributes else {
                throw ArchiveFailure("a header of the tar archive is longer than \(Self.mostAttributes) bytes")
            }
            let isGlobal = header.kind == .globalAttributes
            try begin(isGlobal ? .pass : header.kind == .longName ? .longName : .attributes, size: header.size)
        case .other where block[156] == UInt8(ascii: "K"):
            // The target of a link whose own header comes next: what was said of its name still holds.
            try begin(.pass, size: header.size)
        case .file, .folder, .link, .device, .sparse, .other:
            try takeEntry(header)
        }
    }

    private mutating func takeEntry(_ header: TarHeader) throws(ArchiveFailure) {
        defer { (nextName, nextSize, nextIsSparse) = (nil, nil, false) }
        try content.count()
        let size = header.kind == .file || header.kind == .sparse ? nextSize ?? header.size : header.size
        let name = nextName?[...] ?? header.name
        guard let path = content.path(of: name) else { return try begin(.pass, size: size) }
        switch header.kind {
        case .folder: content.addFolder(path)
        // Before there was a type for folders, a slash at the end of the name said it.
        case .file where name.last == UInt8(ascii: "/"): content.addFolder(path)
        case .link: content.remark(path, ArchiveContent.linkReason)
        case .device, .other: content.remark(path, ArchiveContent.deviceReason)
        case .sparse: content.reject(path, "it is packed with holes (sparse); pack it again without")
        case .file where nextIsSparse: content.reject(path, "it is packed with holes (sparse); pack it again without")
        case .file where !wants(path): content.add(.named(size: size), at: path)
        case .file where size > fileSizeLimit:
            content.reject(path, "it holds \(size) bytes, more than the limit of \(fileSizeLimit); split it")
        case .file: return try begin(.keep(path: path), size: size)
        case .attributes, .globalAttributes, .longName: break
        }
        try begin(.pass, size: size)
    }

    private mutating func begin(_ purpose: Purpose, size: Int) throws(ArchiveFailure) {
        let over = size % TarHeader.size
        let padding = over == 0 ? 0 : TarHeader.size - over
        body.removeAll()
        state = .body(left: size, padding: padding, purpose: purpose)
        if size == 0 { try endBody(purpose, padding: 0) }
    }

    private mutating func endBody(_ purpose: Purpose, padding: Int) throws(ArchiveFailure) {
        switch purpose {
        case .keep(let path): content.add(.held(body), at: path)
        case .pass: break
        case .longName: nextName = Array(body.prefix { $0 != 0 })
        case .attributes: try takeAttributes()
        }
        body = []
        state = padding == 0 ? .header : .padding(padding)
    }

    /// Reads records of the form `length keyword=value`, each ending in a line feed.
    private mutating func takeAttributes() throws(ArchiveFailure) {
        var rest = body[...]
        while !rest.isEmpty {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let length = Int(String(decoding: digits, as: UTF8.self)), length > digits.count + 2,
                length <= rest.count, rest[rest.startIndex + digits.count] == UInt8(ascii: " "),
                rest[rest.startIndex + length - 1] == UInt8(ascii: "\n")
            else { throw ArchiveFailure("it is damaged: an extended header of the tar archive cannot be read") }
            let record = rest[(rest.startIndex + digits.count + 1)..<(rest.startIndex + length - 1)]
            rest = rest[(rest.startIndex + length)...]
            guard let sign = record.firstIndex(of: UInt8(ascii: "=")) else {
                throw ArchiveFailure("it is damaged: an extended header of the tar archive cannot be read")
            }
            let value = record[(sign + 1)...]
            let keyword = String(decoding: record[..<sign], as: UTF8.self)
            switch keyword {
            case "path": nextName = Array(value)
            case "size":
                guard let size = Int(String(decoding: value, as: UTF8.self)), size >= 0 else {
                    throw ArchiveFailure("it is damaged: a size in the tar archive is no number; copy it again")
                }
                nextSize = size
            default: if keyword.hasPrefix("GNU.sparse.") { nextIsSparse = true }
            }
        }
    }
}
