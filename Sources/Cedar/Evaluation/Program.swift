/// A condition in the form that is evaluated: flat nodes that name each other by number.
///
/// Evaluating one allocates only where a set or record is made of parts that are not constant, or an extension value is
/// read from a text that is not.
///
/// A class, so that running one costs a single reference count.
final class Program: Sendable {
    let code: ContiguousArray<Instruction>
    let operands: ContiguousArray<Int32>
    let constants: ContiguousArray<Value>
    let texts: ContiguousArray<Text>
    let names: ContiguousArray<Name>
    let patterns: ContiguousArray<CompiledPattern>

    /// The node to begin with; negative when there is nothing to evaluate and the answer is true.
    let root: Int32

    init(_ parts: Parts, root: Int32) {
        code = parts.code
        operands = parts.operands
        constants = parts.constants
        texts = parts.texts
        names = parts.names
        patterns = parts.patterns
        self.root = root
    }

    /// A program while it is compiled.
    struct Parts {
        var code: ContiguousArray<Instruction> = []
        var operands: ContiguousArray<Int32> = []
        var constants: ContiguousArray<Value> = []
        var texts: ContiguousArray<Text> = []
        var names: ContiguousArray<Name> = []
        var patterns: ContiguousArray<CompiledPattern> = []
    }
}
