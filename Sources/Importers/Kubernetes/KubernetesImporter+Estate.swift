package import Domain

extension KubernetesImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: KubernetesPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        let cluster = KubernetesCluster(parts.flatMap(\.part.objects))
        let access = KubernetesAccess(cluster)
        let writer = KubernetesEstateWriter(access: access, source: source, options: options)
        for (path, part) in parts {
            for broken in part.broken {
                estate.rejected.append(
                    Rejection(path: path, line: broken.line, column: broken.column, reason: broken.reason)
                )
            }
            if part.objects.isEmpty, part.broken.isEmpty {
                estate.remarks.append(Rejection(path: path, reason: "no object of Kubernetes is in it"))
            }
        }
        estate.remarks += access.remarks + writer.configurationRemarks
        writer.writeWorkloads(into: &estate)
        estate.principals = writer.accounts + writer.others
        estate.trusts += writer.federations + writer.impersonations
        estate.gatherCredentials(declared: writer.declaredSecrets + writer.configuredSecrets)
        describe(&estate)
        estate.counts = estate.tally()
        estate.counts.merge(KubernetesCounts(access).counts) { $1 }
        let objects = parts.flatMap(\.part.objects)
        estate.counts["documents"] = objects.count
        estate.counts["otherObjects"] = cluster.others
        estate.counts["otherFiles"] = parts.count { $0.part.objects.isEmpty && $0.part.broken.isEmpty }
        return estate
    }

    private func describe(_ estate: inout Estate) {
        estate.setCapabilitiesSeen()
        estate.source.capabilities.scopes = true
        estate.source.capabilities.trusts = true
        estate.source.capabilities.notes[.scopes] = "rights that these manifests give; a cluster may hold more bindings"
        estate.source.capabilities.notes[.lastUse] = "manifests say what is wanted; use is in the cluster's audit log"
        estate.source.capabilities.notes[.creation] = "manifests hold no dates"
        estate.source.capabilities.notes[.expiry] = "service accounts do not end"
        if !estate.source.capabilities.owners {
            estate.source.capabilities.notes[.owners] = "no label or annotation `owner` or `team` is set"
        }
    }
}
