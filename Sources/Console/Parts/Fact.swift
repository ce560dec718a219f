import Domain

/// A label with what it stands for.
struct Fact: Sendable {
    var label: String
    var value: Prose

    init(_ label: String, _ value: String) {
        self.label = label
        self.value = Prose(value)
    }

    /// nil when there is nothing to say.
    init?(_ label: String, _ value: String?) {
        guard let value, !value.isEmpty else { return nil }
        self.init(label, value)
    }
}
