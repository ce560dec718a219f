/// The id of a finding: its rule and twelve hexadecimal digits of a hash of the rule and what it fired on.
///
/// Equal across runs and stores as long as the subject keeps its name. With 100,000 findings of a rule the chance that any
/// two meet is below one in 50,000.
func findingID(rule: String, subject: String) -> String {
    // FNV-1a, then a mixing step so that every bit of the input reaches the digits that are kept.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in rule.utf8 + [0] + subject.utf8 {
        hash ^= UInt64(byte)
        hash = hash &* 0x0000_0100_0000_01B3
    }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    let digits = String(hash >> 16, radix: 16)
    return "\(rule)-\(String(repeating: "0", count: max(0, 12 - digits.count)))\(digits)"
}
