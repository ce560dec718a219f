/// How much of a JSON text is read before it is refused.
struct JSONLimits {
    /// Levels of arrays and objects within each other.
    var depth = 512
    /// Values in one workflow; 16 bytes of memory each.
    var values = 4_000_000
    /// Members of a workflow that say nothing about access and can be large: checked, but not kept.
    var passedOver: [StaticString] = ["pinData", "staticData"]
}
