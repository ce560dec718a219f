extension String {
    /// The text with U+FFFD in place of NUL, which PostgreSQL cannot hold.
    ///
    /// For what comes from estates, where a name can be anything.
    var storable: String {
        guard utf8.contains(0) else { return self }
        var text = ""
        text.unicodeScalars.append(contentsOf: unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })
        return text
    }

    /// The text as part of a key: as it is up to 600 bytes, else its beginning and a hash of all of it.
    ///
    /// An index of PostgreSQL takes at most 2,700 bytes for all columns together.
    var shortened: String {
        guard utf8.count > 600 else { return self }
        var kept = ""
        for scalar in unicodeScalars {
            guard kept.utf8.count + UTF8.width(scalar) <= 500 else { break }
            kept.unicodeScalars.append(scalar)
        }
        return "\(kept)… \(String(fnv, radix: 16))"
    }

    /// FNV-1a of 128 bits.
    private var fnv: UInt128 {
        utf8.reduce(0x6C62_272E_07BB_0142_62B8_2175_6295_C58D) {
            ($0 ^ UInt128($1)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
    }

    /// What a list is sorted by: lower case, cut to 200 code points, so that it fits into an index of either engine.
    var sortKey: String { String(storable.lowercased().unicodeScalars.prefix(200)) }

    /// What is searched in, and what is searched for: lower case of any script, which LIKE alone does on no engine.
    var searchable: String { storable.lowercased() }
}
