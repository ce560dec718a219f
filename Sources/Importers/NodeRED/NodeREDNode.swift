import Domain

/// One node of a flow file as it stands there, before the rest of its source is known.
struct NodeREDNode: Sendable {
    enum Role: Sendable, Hashable {
        /// A tab; `isDisabled` switches all of it off.
        case tab(isDisabled: Bool)
        /// A flow that others use as a node.
        case subflow
        /// A node without a place on the canvas, which other nodes share: a broker, a server, an account.
        case config
        /// Something that does nothing: a note, a frame.
        case decoration
        case step
    }

    var role: Role
    var id: String
    var type: String
    /// Label of a tab, name of a subflow or node; empty when it has none.
    var name: String
    /// Id of the tab or subflow that it lies in.
    var container: String?
    /// Ids that its outputs lead to, by output.
    var wires: [[String]] = []
    /// Ids of link nodes that it leads to.
    var links: [String] = []
    /// Texts among its properties that may be ids of other nodes.
    var mentions: Set<String> = []
    var step: Step?
    var trigger: Trigger?
    /// The path of a listener.
    var path: String?
    /// Secrets in its properties; of a tab those of its variables.
    var secrets: [LiteralSecret] = []
    /// The secret that stands with it in an export with credentials.
    var credential: StoredSecret?
    var contentHash: [UInt8] = []

    /// Whether it arranges a dashboard and reaches nothing.
    var isLayout: Bool { type.hasPrefix("ui_") || type.hasPrefix("ui-") || type == "global-config" }
}

/// What one file of a Node-RED source holds.
package struct NodeREDPart: Sendable {
    enum Kind: Sendable, Hashable {
        case flows, credentials, other
    }

    var kind = Kind.other
    var nodes: [NodeREDNode] = []
    /// Secrets of nodes by their ids, from a credentials file that is not encrypted.
    var secrets: [String: StoredSecret] = [:]
    var isEncrypted = false
    /// Elements of the list that are no nodes.
    var broken = 0
}
