import Domain

/// One field of a form, with what was wrong with it.
struct Field: Sendable {
    var id: String
    /// What it is sent as; the id unless two forms of a page ask for the same.
    var name: String
    var label: String
    var value: String
    var type: String
    var placeholder: String
    var hint: String?
    /// Id of the list of suggestions.
    var list: String?
    var required: Bool
    var wide: Bool
    var wrong: String?
    var options: [Option] = []
    var isInput: Bool
    var isArea: Bool
    var isSelect: Bool

    init(
        _ id: String,
        _ label: String,
        name: String? = nil,
        value: String? = nil,
        type: String = "text",
        placeholder: String = "",
        hint: String? = nil,
        list: String? = nil,
        required: Bool = false,
        wide: Bool = false,
        wrong: String? = nil,
    ) {
        self.id = id
        self.name = name ?? id
        self.label = label
        self.value = value ?? ""
        self.type = type
        self.placeholder = placeholder
        self.hint = hint
        self.list = list
        self.required = required
        self.wide = wide
        self.wrong = wrong
        isArea = type == "area"
        isInput = !isArea
        isSelect = false
    }

    init(_ id: String, _ label: String, options: [Option], hint: String? = nil, wrong: String? = nil) {
        self.init(id, label, hint: hint, wrong: wrong)
        self.options = options
        isInput = false
        isSelect = true
    }
}

/// One choice of a list or a set of buttons.
struct Option: Sendable {
    var value: String
    var label: String
    var selected: Bool

    init(_ value: String, _ label: String, selected: Bool) {
        self.value = value
        self.label = label
        self.selected = selected
    }
}

/// A list to choose one value from.
struct Select: Sendable {
    var id: String
    var options: [Option]

    /// `all` is the label of the choice that does not restrict; nil when there is none.
    init(_ id: String, all: String?, _ choices: [(value: String, label: String)], selected: String?) {
        self.id = id
        let first = all.map { [Option("", $0, selected: selected == nil)] } ?? []
        options = first + choices.map { Option($0.value, $0.label, selected: $0.value == selected) }
    }
}
