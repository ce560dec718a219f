/// Writes JSON, member by member in the order of the calls.
struct JSONText {
    private(set) var text = ""
    private var needsComma = false

    mutating func beginObject() { open("{") }
    mutating func endObject() { close("}") }

    mutating func key(_ name: String) {
        separate()
        append(quoted: name)
        text += ":"
        needsComma = false
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        append(quoted: value)
        needsComma = true
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        text += String(value)
        needsComma = true
    }

    mutating func member(_ name: String, _ values: [String]) {
        key(name)
        array(values) { text, value in
            text.separate()
            text.append(quoted: value)
            text.needsComma = true
        }
    }

    mutating func array<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
        open("[")
        for element in elements { write(&self, element) }
        close("]")
    }

    private mutating func open(_ bracket: String) {
        separate()
        text += bracket
        needsComma = false
    }

    private mutating func close(_ bracket: String) {
        text += bracket
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { text += "," }
    }

    private mutating func append(quoted value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
