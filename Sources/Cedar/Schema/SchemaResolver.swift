/// Turns declarations into a ``Schema``: finds what each name means and checks the whole.
///
/// Inside a namespace a bare name means, in this order, a declaration of the namespace, one outside of all
/// namespaces, a built-in type. A name with a namespace means exactly that.
///
/// Source: the Cedar reference, "Schema", and Cedar RFC 24 and RFC 70.
struct SchemaResolver {
    let source: SourceText
    let namespaces: [RawNamespace]
    var commonTypes: [Name: (type: RawType, namespace: Name?)] = [:]
    var resolvedTypes: [Name: SchemaType] = [:]
    var entityNames: Set<Name> = []
    var actionTypes: Set<Name> = []
    var actionNames: Set<EntityUID> = []
    var diagnostics: [SourceDiagnostic] = []
    var warnings: [SourceDiagnostic] = []

    private init(_ namespaces: [RawNamespace], _ source: SourceText) {
        self.namespaces = namespaces
        self.source = source
    }

    /// The schema that `namespaces` declare.
    static func resolve(_ namespaces: [RawNamespace], in source: SourceText) throws(SchemaErrors) -> Schema {
        var resolver = SchemaResolver(namespaces, source)
        resolver.collect()
        resolver.refuseShadowing()
        try resolver.stopIfWrong()
        resolver.resolveCommonTypes()
        try resolver.stopIfWrong()
        let entityTypes = resolver.resolvedEntityTypes()
        let actions = resolver.resolvedActions()
        try resolver.stopIfWrong()
        return Schema(entityTypes: entityTypes, actions: actions, warnings: resolver.warnings)
    }

    private func stopIfWrong() throws(SchemaErrors) {
        guard !diagnostics.isEmpty else { return }
        throw SchemaErrors(diagnostics.sorted { $0.range.lower < $1.range.lower })
    }

    mutating func report(_ message: String, _ range: SourceRange) {
        guard diagnostics.count < SyntaxErrors.limit else { return }
        diagnostics.append(SourceDiagnostic(message, at: range, in: source))
    }

    func fullName(_ base: Text, in namespace: Name?) -> Name {
        namespace.map { Name(unchecked: [$0.text, base]) } ?? Name(unchecked: base)
    }
}
