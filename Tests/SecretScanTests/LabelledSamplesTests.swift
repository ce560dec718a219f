import Foundation
import SecretScan
import Testing

/// Measures against 3,118 samples that others made for rules of theirs; only kinds that we claim to know must be found.
struct LabelledSamplesTests {
    private struct Sample: Decodable {
        var rule: String
        var label: String
        var text: String
        var secret: String?
    }

    private static let samples: [Sample] = {
        let shared = ProcessInfo.processInfo.environment["PENSTOCK_SHARED"] ?? "../shared"
        let path = "\(shared)/data/secrets/labelled.jsonl.gz"
        guard FileManager.default.fileExists(atPath: path) else {
            print("skipped: no labelled samples at \(path)")
            return []
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        process.standardOutput = output
        guard (try? process.run()) != nil else { return [] }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(Sample.self, from: $0) }
    }()

    /// Rules of theirs whose tokens are recognisable by themselves, and that ours cover.
    private static let covered: Set<String> = [
        "1password-service-account-token", "alibaba-access-key-id", "clickhouse-cloud-api-secret-key",
        "databricks-api-token", "digitalocean-pat", "digitalocean-refresh-token", "duffel-api-token",
        "easypost-api-token",
        "frameio-api-token", "gcp-api-key", "github-app-token", "github-pat", "github-refresh-token",
        "gitlab-cicd-job-token", "gitlab-oauth-app-secret", "gitlab-pat-routable", "gitlab-runner-authentication-token",
        "grafana-service-account-token", "infracost-api-token", "perplexity-api-key",
        "planetscale-oauth-token", "postman-api-token", "pulumi-api-token", "readme-api-token", "rubygems-api-token",
        "sentry-user-token", "shopify-access-token", "shopify-custom-access-token", "shopify-shared-secret",
        "stripe-access-token", "twilio-api-key", "vault-batch-token",
    ]

    @Test("Nearly all samples of the kinds we know are found, and false ones seldom", .enabled(if: !samples.isEmpty))
    func recall() {
        let scanner = ParameterScanner()
        var found = 0
        var wanted = 0
        var everywhere = 0
        var everything = 0
        var falseAlarms = 0
        var negatives = 0
        var perRule: [String: (found: Int, all: Int)] = [:]
        for sample in Self.samples {
            let matches = scanner.matches(in: sample.text, name: nil, form: .code)
            let bytes = Array(sample.text.utf8)
            if sample.label == "tp" {
                let isFound = matches.contains { match in
                    let text = String(decoding: bytes[match.range], as: UTF8.self)
                    return sample.secret.map { text.contains($0) || $0.contains(text) } ?? true
                }
                everything += 1
                everywhere += isFound ? 1 : 0
                guard Self.covered.contains(sample.rule) else { continue }
                wanted += 1
                found += isFound ? 1 : 0
                perRule[sample.rule, default: (0, 0)].all += 1
                perRule[sample.rule, default: (0, 0)].found += isFound ? 1 : 0
            } else {
                negatives += 1
                falseAlarms += matches.isEmpty ? 0 : 1
            }
        }
        for (rule, count) in perRule.sorted(by: { $0.key < $1.key }) where count.found < count.all {
            print("  \(rule): \(count.found) of \(count.all)")
        }
        print("labelled samples: \(found) of \(wanted) of covered kinds, \(everywhere) of \(everything) of all kinds,")
        print("  \(falseAlarms) of \(negatives) samples labelled false fire some rule")
        #expect(Double(found) >= 0.97 * Double(wanted))
        #expect(falseAlarms * 10 <= negatives * 3)
    }
}
