/// What makes an RSA key unfit, as far as the public half tells.
enum RSAStrength {
    /// Why the key is refused, in one line; nil when it is fit.
    static func weakness(modulus: [UInt8], exponent: [UInt8]) -> String? {
        guard let first = modulus.first, first != 0, exponent.first != 0, let last = exponent.last else {
            return "the key's `n` and `e` must be without leading zeros"
        }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        guard (2_048...4_096).contains(bits) else { return "an RSA key must have 2048 to 4096 bits" }
        guard exponent.count >= 3, exponent.count <= 8, last & 1 == 1 else {
            return "an RSA key's exponent must be 65537 or a larger odd number"
        }
        if hasROCAFingerprint(modulus) {
            return "the RSA key was made by a chip with a known weakness (ROCA, CVE-2017-15361); make a new key"
        }
        return nil
    }

    /// Whether the modulus has the structure of keys whose primes are powers of 65537 modulo a product of small primes.
    ///
    /// A sound key has it with a probability of less than one in a hundred million.
    ///
    /// Source: Nemec et al., "The Return of Coppersmith's Attack", ACM CCS 2017, section 2.4.
    private static func hasROCAFingerprint(_ modulus: [UInt8]) -> Bool {
        smallPrimes.allSatisfy { prime in
            let residue = modulus.reduce(0) { ($0 << 8 | Int($1)) % prime }
            var power = 1
            repeat {
                if power == residue { return true }
                power = power * 65_537 % prime
            } while power != 1
            return false
        }
    }

    private static let smallPrimes = [
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
    ]
}
