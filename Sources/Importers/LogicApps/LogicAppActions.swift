/// The actions of a workflow definition, those inside scopes, loops, conditions and switches included.
struct LogicAppActions {
    /// An action, and where it stands.
    struct Item {
        var name: String
        var action: JSONValue
        /// The action that it is inside of; nil at the top.
        var parent: String?
        /// `actions`, `else`, `default`, `case` or `tool`: which part of the parent.
        var branch: String
    }

    private(set) var items: [Item] = []

    init(_ definition: JSONValue) {
        add(definition["actions"], parent: nil, branch: "actions")
    }

    private mutating func add(_ actions: JSONValue?, parent: String?, branch: String) {
        guard let actions else { return }
        for (key, action) in actions.members where action.isObject {
            let name = key.string ?? ""
            items.append(Item(name: name, action: action, parent: parent, branch: branch))
            add(action["actions"], parent: name, branch: "actions")
            add(action["else"]?["actions"], parent: name, branch: "else")
            add(action["default"]?["actions"], parent: name, branch: "default")
            for (_, one) in action.members(of: "cases") {
                add(one["actions"], parent: name, branch: "case")
            }
            for (_, tool) in action.members(of: "tools") {
                add(tool["actions"], parent: name, branch: "tool")
            }
        }
    }
}
