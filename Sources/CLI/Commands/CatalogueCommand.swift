import ArgumentParser

/// Everything about the catalogue of connectors; needs no server.
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "See, try and extend what is known of connectors; no server is needed.",
        discussion: """
            The catalogue says what connectors act on and what their operations do; its rules turn that into a class: read-only, \
            change-capable or privileged. An organisation's own files (--catalogue DIR) are read over it.

            Example:
              penstock catalogue show n8n-nodes-base.slack
              penstock catalogue test ./workflows --catalogue ./catalogue
              penstock catalogue learn ./workflows --output ./catalogue/learnt.yaml
            """,
        subcommands: [CatalogueShowCommand.self, CatalogueTestCommand.self, CatalogueLearnCommand.self],
    )
}
