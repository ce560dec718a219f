import Domain

/// Where an account's interfaces are: `aws://` for the vendor's own, or `aws://host:port` for one named place.
struct AWSEndpoint: Sendable, Hashable {
    /// `https://iam.amazonaws.com`, without a slash at its end.
    var iam: String
    var sts: String
    /// The region that signatures name.
    var region: String

    /// - Throws: `.address` when the partition is unknown, or a place that is not this machine is to be reached without TLS.
    init(_ address: LiveAddress) throws(LiveFailure) {
        func failure(_ detail: String) -> LiveFailure { LiveFailure(.address, "read the address", detail) }
        guard address.user == nil, address.path.isEmpty else {
            throw failure(
                "an address of AWS has neither a user nor a path: `aws://`, `aws://aws-cn`, `aws://host:port`"
            )
        }
        switch address.host {
        case "", "aws":
            (iam, sts, region) = ("https://iam.amazonaws.com", "https://sts.amazonaws.com", "us-east-1")
        case "aws-cn":
            region = "cn-north-1"
            iam = "https://iam.cn-north-1.amazonaws.com.cn"
            sts = "https://sts.cn-north-1.amazonaws.com.cn"
        case "aws-us-gov":
            region = "us-gov-west-1"
            iam = "https://iam.us-gov.amazonaws.com"
            sts = "https://sts.us-gov-west-1.amazonaws.com"
        default:
            let isHere = ["127.0.0.1", "localhost", "::1"].contains(address.host)
            guard isHere || address.host.contains(".") else {
                throw failure("`\(address.host)` is no partition; known are `aws`, `aws-cn` and `aws-us-gov`")
            }
            let host = address.host.contains(":") ? "[\(address.host)]" : address.host
            // What is not encrypted may only stay on this machine.
            let base = "\(isHere ? "http" : "https")://\(host)\(address.port.map { ":\($0)" } ?? "")"
            (iam, sts, region) = (base, base, "us-east-1")
        }
        guard address.query == nil else { throw failure("an address of AWS has no query") }
    }
}
