import Domain
import SecretScan
import YAML

/// Reads manifests of Kubernetes: service accounts, roles, bindings, workloads and secrets.
///
/// What the files look like is described in `docs/importers/kubernetes.md`.
package struct KubernetesImporter: Importer {
    package var format: String { "kubernetes" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool { isYAMLPath(path) || path.lowercased().hasSuffix(".json") }

    package func recognises(_ file: SourceFile) -> Bool {
        if isYAMLPath(file.path) {
            return file.hasKey("apiVersion:", "\napiVersion:") && file.hasKey("kind:", "\nkind:")
                || file.hasKey("\"apiVersion\":", "\n\"apiVersion\":")
        }
        return file.contains("\"apiVersion\"") && file.contains("\"kind\"") && file.contains("\"metadata\"")
    }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> KubernetesPart {
        var limits = YAMLLimits()
        // The dump of a whole cluster is one document.
        limits.sizeInBytes = max(limits.sizeInBytes, options.fileSizeLimit)
        limits.nodes = 20_000_000
        let reader = KubernetesReader(path: file.path, scanner: scanner, options: options)
        var part = KubernetesPart()
        let results = YAMLReader.results(file.bytes, limits: limits)
        for result in results {
            switch result {
            case .success(let document):
                part.documents += 1
                part.objects += reader.objects(of: document)
            case .failure(let failure): part.broken.append(Unreadable(explained(failure, in: file)))
            }
        }
        // With nothing read the file itself is broken; else only the documents that are.
        if part.documents == 0, let first = part.broken.first { throw first }
        return part
    }

    private func explained(_ failure: YAMLFailure, in file: SourceFile) -> YAMLFailure {
        guard file.contains("{{") else { return failure }
        var failure = failure
        failure.reason =
            "a template and no manifest; render it first, for example with `helm template` (\(failure.reason))"
        return failure
    }
}

/// What one file of manifests holds.
package struct KubernetesPart: Sendable {
    var objects: [KubernetesObject] = []
    var documents = 0
    /// Documents that could not be read, beside others that could.
    var broken: [Unreadable] = []
}
